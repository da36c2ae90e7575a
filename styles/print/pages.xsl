<?xml version="1.0" encoding="UTF-8"?>
<!-- pages.xsl - page masters, page sequences, running heads; the order of the book's parts -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f exsl">

<!-- ==== root ==== -->
<xsl:template match="/">
	<fo:root xsl:use-attribute-sets="text" xml:lang="{$h:book-lang}">
		<xsl:if test="$h:direction = 'rtl'"><xsl:attribute name="writing-mode">rl-tb</xsl:attribute></xsl:if>
		<xsl:call-template name="masters"/>
		<xsl:apply-templates select="*" mode="metadata"/>
		<xsl:apply-templates select="*" mode="bookmarks"/>
		<xsl:apply-templates select="*" mode="pages"/>
	</fo:root>
</xsl:template>

<!-- ==== masters ==== -->
<!-- Books that run from right to left are bound at the other side. -->
<xsl:variable name="odd.left">
	<xsl:choose><xsl:when test="$h:direction = 'rtl'"><xsl:value-of select="$margin.outer"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="$margin.inner"/></xsl:otherwise></xsl:choose>
</xsl:variable>
<xsl:variable name="odd.right">
	<xsl:choose><xsl:when test="$h:direction = 'rtl'"><xsl:value-of select="$margin.inner"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="$margin.outer"/></xsl:otherwise></xsl:choose>
</xsl:variable>
<xsl:template name="masters">
	<fo:layout-master-set>
		<fo:simple-page-master master-name="cover-page" page-width="{$page.width}" page-height="{$page.height}">
			<fo:region-body background-color="{$cover.colour}"/>
		</fo:simple-page-master>
		<xsl:call-template name="page-pair"><xsl:with-param name="name" select="'plain'"/></xsl:call-template>
		<xsl:call-template name="page-pair"><xsl:with-param name="name" select="'imprint'"/></xsl:call-template>
		<xsl:call-template name="page-pair"><xsl:with-param name="name" select="'first'"/></xsl:call-template>
		<xsl:call-template name="page-pair"><xsl:with-param name="name" select="'text'"/></xsl:call-template>
		<xsl:call-template name="page-pair">
			<xsl:with-param name="name" select="'index-first'"/>
			<xsl:with-param name="columns" select="2"/>
		</xsl:call-template>
		<xsl:call-template name="page-pair">
			<xsl:with-param name="name" select="'index'"/>
			<xsl:with-param name="columns" select="2"/>
		</xsl:call-template>
		<xsl:call-template name="turned-master">
			<xsl:with-param name="side" select="'odd'"/>
			<xsl:with-param name="left" select="$odd.left"/>
			<xsl:with-param name="right" select="$odd.right"/>
		</xsl:call-template>
		<xsl:call-template name="turned-master">
			<xsl:with-param name="side" select="'even'"/>
			<xsl:with-param name="left" select="$odd.right"/>
			<xsl:with-param name="right" select="$odd.left"/>
		</xsl:call-template>
		<fo:page-sequence-master master-name="cover">
			<fo:repeatable-page-master-alternatives>
				<fo:conditional-page-master-reference master-reference="plain-even" blank-or-not-blank="blank"/>
				<fo:conditional-page-master-reference master-reference="cover-page"/>
			</fo:repeatable-page-master-alternatives>
		</fo:page-sequence-master>
		<fo:page-sequence-master master-name="imprint">
			<fo:repeatable-page-master-alternatives>
				<fo:conditional-page-master-reference master-reference="imprint-odd" odd-or-even="odd"/>
				<fo:conditional-page-master-reference master-reference="imprint-even" odd-or-even="even"/>
			</fo:repeatable-page-master-alternatives>
		</fo:page-sequence-master>
		<xsl:call-template name="sequence-master">
			<xsl:with-param name="name" select="'quiet'"/>
			<xsl:with-param name="first" select="'plain'"/>
			<xsl:with-param name="rest" select="'plain'"/>
		</xsl:call-template>
		<xsl:call-template name="sequence-master">
			<xsl:with-param name="name" select="'body'"/>
			<xsl:with-param name="first" select="'first'"/>
			<xsl:with-param name="rest" select="'text'"/>
		</xsl:call-template>
		<xsl:call-template name="sequence-master">
			<xsl:with-param name="name" select="'body-on'"/>
			<xsl:with-param name="first" select="'text'"/>
			<xsl:with-param name="rest" select="'text'"/>
		</xsl:call-template>
		<xsl:call-template name="sequence-master">
			<xsl:with-param name="name" select="'quiet-on'"/>
			<xsl:with-param name="first" select="'plain'"/>
			<xsl:with-param name="rest" select="'plain'"/>
		</xsl:call-template>
		<xsl:call-template name="sequence-master">
			<xsl:with-param name="name" select="'turned'"/>
			<xsl:with-param name="first" select="'turned'"/>
			<xsl:with-param name="rest" select="'turned'"/>
		</xsl:call-template>
		<xsl:call-template name="sequence-master">
			<xsl:with-param name="name" select="'columns'"/>
			<xsl:with-param name="first" select="'index-first'"/>
			<xsl:with-param name="rest" select="'index'"/>
		</xsl:call-template>
	</fo:layout-master-set>
</xsl:template>

<xsl:template name="page-pair">
	<xsl:param name="name"/>
	<xsl:param name="columns" select="1"/>
	<xsl:call-template name="page-master">
		<xsl:with-param name="name" select="$name"/>
		<xsl:with-param name="columns" select="$columns"/>
		<xsl:with-param name="side" select="'odd'"/>
		<xsl:with-param name="left" select="$odd.left"/>
		<xsl:with-param name="right" select="$odd.right"/>
	</xsl:call-template>
	<xsl:call-template name="page-master">
		<xsl:with-param name="name" select="$name"/>
		<xsl:with-param name="columns" select="$columns"/>
		<xsl:with-param name="side" select="'even'"/>
		<xsl:with-param name="left" select="$odd.right"/>
		<xsl:with-param name="right" select="$odd.left"/>
	</xsl:call-template>
</xsl:template>

<xsl:template name="page-master">
	<xsl:param name="name"/>
	<xsl:param name="columns"/>
	<xsl:param name="side"/>
	<xsl:param name="left"/>
	<xsl:param name="right"/>
	<fo:simple-page-master master-name="{$name}-{$side}" page-width="{$page.width}"
		page-height="{$page.height}" margin-left="{$left}" margin-right="{$right}"
		margin-top="{$head.top}" margin-bottom="{$foot.bottom}">
		<fo:region-body margin-top="{$margin.top} - {$head.top}"
			margin-bottom="{$margin.bottom} - {$foot.bottom}">
			<xsl:if test="$name = 'imprint'"><xsl:attribute name="display-align">after</xsl:attribute></xsl:if>
			<xsl:if test="$columns &gt; 1">
				<xsl:attribute name="column-count"><xsl:value-of select="$columns"/></xsl:attribute>
				<xsl:attribute name="column-gap"><xsl:value-of select="$column.gap"/></xsl:attribute>
			</xsl:if>
		</fo:region-body>
		<xsl:choose>
			<xsl:when test="$name = 'plain' or $name = 'imprint'"/>
			<xsl:when test="contains($name, 'first')">
				<fo:region-after region-name="foot-{$side}" extent="{$foot.extent}" display-align="after"/>
			</xsl:when>
			<xsl:otherwise>
				<fo:region-before region-name="head-{$side}" extent="{$head.extent}" display-align="before"/>
			</xsl:otherwise>
		</xsl:choose>
	</fo:simple-page-master>
</xsl:template>

<!-- A page whose lines run from its foot to its head.  The running head stays where it is on
     the paper: at the end of the lines, turned back. -->
<xsl:template name="turned-master">
	<xsl:param name="side"/>
	<xsl:param name="left"/>
	<xsl:param name="right"/>
	<fo:simple-page-master master-name="turned-{$side}" page-width="{$page.width}"
		page-height="{$page.height}" reference-orientation="90">
		<fo:region-body margin-left="{$margin.bottom}" margin-right="{$margin.top}"
			margin-top="{$left}" margin-bottom="{$right}"/>
		<fo:region-end region-name="head-turned-{$side}" extent="{$margin.top}" reference-orientation="-90"/>
	</fo:simple-page-master>
</xsl:template>

<xsl:template name="sequence-master">
	<xsl:param name="name"/>
	<xsl:param name="first"/>
	<xsl:param name="rest"/>
	<fo:page-sequence-master master-name="{$name}">
		<fo:repeatable-page-master-alternatives>
			<fo:conditional-page-master-reference master-reference="plain-even" blank-or-not-blank="blank"
				odd-or-even="even"/>
			<fo:conditional-page-master-reference master-reference="plain-odd" blank-or-not-blank="blank"/>
			<fo:conditional-page-master-reference master-reference="{$first}-odd" page-position="first"
				odd-or-even="odd"/>
			<fo:conditional-page-master-reference master-reference="{$first}-even" page-position="first"
				odd-or-even="even"/>
			<fo:conditional-page-master-reference master-reference="{$rest}-odd" odd-or-even="odd"/>
			<fo:conditional-page-master-reference master-reference="{$rest}-even" odd-or-even="even"/>
		</fo:repeatable-page-master-alternatives>
	</fo:page-sequence-master>
</xsl:template>

<!-- ==== running heads: folio outside, title inside ==== -->
<xsl:template name="running-heads">
	<xsl:param name="boundary" select="'page-sequence'"/>
	<xsl:param name="turned"/>
	<xsl:call-template name="running-head">
		<xsl:with-param name="side" select="'even'"/>
		<xsl:with-param name="turned" select="$turned"/>
		<xsl:with-param name="boundary" select="$boundary"/>
	</xsl:call-template>
	<xsl:call-template name="running-head">
		<xsl:with-param name="side" select="'odd'"/>
		<xsl:with-param name="turned" select="$turned"/>
		<xsl:with-param name="boundary" select="$boundary"/>
	</xsl:call-template>
	<fo:static-content flow-name="foot-even" role="artifact">
		<fo:block xsl:use-attribute-sets="running">
			<fo:inline xsl:use-attribute-sets="folio"><fo:page-number/></fo:inline>
		</fo:block>
	</fo:static-content>
	<fo:static-content flow-name="foot-odd" role="artifact">
		<fo:block xsl:use-attribute-sets="running" text-align="end">
			<fo:inline xsl:use-attribute-sets="folio"><fo:page-number/></fo:inline>
		</fo:block>
	</fo:static-content>
	<fo:static-content flow-name="xsl-footnote-separator" role="artifact">
		<fo:block space-before="{$half}" space-before.conditionality="retain" space-after="{$quarter}"
			space-after.conditionality="retain" line-height="1pt" font-size="1pt" text-align="start" start-indent="{$indent}">
			<fo:leader leader-pattern="rule" leader-length="60pt" rule-thickness="0.35pt" color="{$grey}"/>
		</fo:block>
	</fo:static-content>
</xsl:template>

<!-- The text may be cut into several sequences by turned pages: a heading is looked for beyond. -->
<xsl:template name="running-head">
	<xsl:param name="side"/>
	<xsl:param name="turned"/>
	<xsl:param name="boundary" select="'page-sequence'"/>
	<fo:static-content role="artifact">
		<xsl:attribute name="flow-name">
			<xsl:text>head-</xsl:text><xsl:if test="$turned">turned-</xsl:if><xsl:value-of select="$side"/>
		</xsl:attribute>
		<fo:block xsl:use-attribute-sets="running" text-align-last="justify">
			<xsl:if test="$turned">
				<xsl:attribute name="space-before"><xsl:value-of select="$head.top"/></xsl:attribute>
				<xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
				<xsl:attribute name="start-indent">
					<xsl:choose><xsl:when test="$side = 'odd'"><xsl:value-of select="$odd.left"/></xsl:when>
						<xsl:otherwise><xsl:value-of select="$odd.right"/></xsl:otherwise></xsl:choose>
				</xsl:attribute>
				<xsl:attribute name="end-indent">
					<xsl:choose><xsl:when test="$side = 'odd'"><xsl:value-of select="$odd.right"/></xsl:when>
						<xsl:otherwise><xsl:value-of select="$odd.left"/></xsl:otherwise></xsl:choose>
				</xsl:attribute>
			</xsl:if>
			<xsl:choose>
				<xsl:when test="$side = 'even'">
					<fo:inline xsl:use-attribute-sets="folio"><fo:page-number/></fo:inline>
					<fo:leader leader-pattern="space" leader-length.minimum="12pt"/>
					<fo:retrieve-marker retrieve-class-name="chapter"
						retrieve-position="first-including-carryover" retrieve-boundary="{$boundary}"/>
				</xsl:when>
				<xsl:otherwise>
					<fo:retrieve-marker retrieve-class-name="section"
						retrieve-position="first-starting-within-page" retrieve-boundary="{$boundary}"/>
					<fo:leader leader-pattern="space" leader-length.minimum="12pt"/>
					<fo:inline xsl:use-attribute-sets="folio"><fo:page-number/></fo:inline>
				</xsl:otherwise>
			</xsl:choose>
		</fo:block>
	</fo:static-content>
</xsl:template>

<!-- ==== a page sequence ==== -->
<!-- format: of page numbers; first: initial-page-number; master: quiet, body or columns. -->
<xsl:template name="page-sequence">
	<xsl:param name="content"/>
	<xsl:param name="master" select="'body'"/>
	<xsl:param name="format" select="'1'"/>
	<xsl:param name="first" select="'auto-odd'"/>
	<xsl:param name="indent" select="$indent"/>
	<xsl:variable name="tree" select="exsl:node-set($content)"/>
	<xsl:choose>
		<xsl:when test="$tree/h:turned">
			<xsl:variable name="before" select="$tree/node()[not(preceding-sibling::h:turned or self::h:turned)]"/>
			<xsl:if test="$before">
				<xsl:call-template name="sequence">
					<xsl:with-param name="content" select="$before"/>
					<xsl:with-param name="master" select="$master"/>
					<xsl:with-param name="format" select="$format"/>
					<xsl:with-param name="first" select="$first"/>
					<xsl:with-param name="indent" select="$indent"/>
				</xsl:call-template>
			</xsl:if>
			<xsl:variable name="here" select="."/>
			<xsl:for-each select="$tree/h:turned">
				<xsl:variable name="turned" select="."/>
				<xsl:variable name="id" select="generate-id()"/>
				<xsl:variable name="after" select="following-sibling::node()[not(self::h:turned)][generate-id(preceding-sibling::h:turned[1]) = $id]"/>
				<xsl:for-each select="$here">
					<xsl:call-template name="sequence">
						<xsl:with-param name="content" select="$turned/node()"/>
						<xsl:with-param name="master" select="'turned'"/>
						<xsl:with-param name="format" select="$format"/>
						<xsl:with-param name="first">
							<xsl:choose>
								<xsl:when test="$before or $turned/preceding-sibling::h:turned">auto</xsl:when>
								<xsl:otherwise><xsl:value-of select="$first"/></xsl:otherwise>
							</xsl:choose>
						</xsl:with-param>
						<xsl:with-param name="indent" select="'0pt'"/>
					</xsl:call-template>
					<xsl:if test="$after">
						<xsl:call-template name="sequence">
							<xsl:with-param name="content" select="$after"/>
							<xsl:with-param name="master" select="concat($master, '-on')"/>
							<xsl:with-param name="format" select="$format"/>
							<xsl:with-param name="indent" select="$indent"/>
						</xsl:call-template>
					</xsl:if>
				</xsl:for-each>
			</xsl:for-each>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="sequence">
				<xsl:with-param name="content" select="$content"/>
				<xsl:with-param name="master" select="$master"/>
				<xsl:with-param name="format" select="$format"/>
				<xsl:with-param name="first" select="$first"/>
				<xsl:with-param name="indent" select="$indent"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- 1 where the pages that something is on run from right to left. -->
<xsl:template name="page-is-rtl">
	<xsl:call-template name="h:is-rtl"><xsl:with-param name="lang"><xsl:call-template name="page-lang"/></xsl:with-param></xsl:call-template>
</xsl:template>
<xsl:template name="page-lang">
	<xsl:variable name="component" select="ancestor-or-self::*[parent::db:book or parent::db:part or parent::db:set or not(parent::*)][1]"/>
	<xsl:value-of select="$component/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
</xsl:template>

<xsl:template name="sequence">
	<xsl:param name="content"/>
	<xsl:param name="master"/>
	<xsl:param name="format"/>
	<xsl:param name="first" select="'auto'"/>
	<xsl:param name="indent"/>
	<fo:page-sequence role="Sect" master-reference="{$master}" format="{translate($format, '0123456789', $h:book-digits)}" initial-page-number="{$first}">
		<xsl:variable name="rtl"><xsl:call-template name="page-is-rtl"/></xsl:variable>
		<xsl:apply-templates select="ancestor-or-self::*[@xml:lang][1][parent::*]/@xml:lang" mode="att"/>
		<xsl:choose>
			<xsl:when test="$rtl = 1 and $h:direction = ''"><xsl:attribute name="writing-mode">rl-tb</xsl:attribute></xsl:when>
			<xsl:when test="$rtl = '' and $h:direction = 'rtl'"><xsl:attribute name="writing-mode">lr-tb</xsl:attribute></xsl:when>
		</xsl:choose>
		<xsl:call-template name="running-heads">
			<xsl:with-param name="boundary">
				<xsl:choose>
					<xsl:when test="$master = 'turned' or contains($master, '-on')">document</xsl:when>
					<xsl:otherwise>page-sequence</xsl:otherwise>
				</xsl:choose>
			</xsl:with-param>
			<xsl:with-param name="turned" select="$master = 'turned'"/>
		</xsl:call-template>
		<fo:flow flow-name="xsl-region-body" start-indent="{$indent}">
			<xsl:copy-of select="$content"/>
		</fo:flow>
	</fo:page-sequence>
</xsl:template>

<!-- ==== the order of things ==== -->
<xsl:template match="db:set" mode="pages">
	<xsl:apply-templates select="." mode="title-pages"/>
	<xsl:if test="not(parent::db:set or db:toc) and f:wants-toc(., 'dbfo')"><xsl:call-template name="contents"/></xsl:if>
	<!-- contents and the like, before the books and behind them -->
	<xsl:variable name="rest" select="*[not(self::db:book or self::db:set or self::db:article or self::db:info
		or self::db:title or self::db:subtitle or self::db:titleabbrev)]"/>
	<xsl:variable name="before" select="$rest[following-sibling::db:book or following-sibling::db:set or following-sibling::db:article]"/>
	<xsl:apply-templates select="$before" mode="component"><xsl:with-param name="format" select="'i'"/></xsl:apply-templates>
	<xsl:apply-templates select="db:book|db:set|db:article" mode="pages"/>
	<xsl:apply-templates select="$rest[count(.|$before) != count($before)]" mode="component"/>
</xsl:template>

<xsl:template match="db:book" mode="pages">
	<!-- the first component that is neither front matter nor belongs to the roman pages -->
	<xsl:variable name="body" select="(db:part|db:chapter|db:article|db:reference|db:topic|db:appendix)[1]"/>
	<xsl:variable name="main" select="$body|(*[not($body)][self::db:glossary or self::db:bibliography or self::db:index])[1]"/>
	<xsl:variable name="parts" select="*[not(self::db:info or self::db:title or self::db:subtitle
		or self::db:titleabbrev)]"/>
	<xsl:variable name="front" select="$parts[$main and following-sibling::*
		[generate-id() = generate-id($main)]]"/>
	<xsl:apply-templates select="." mode="title-pages"/>
	<xsl:apply-templates select="$front[self::db:dedication]" mode="component">
		<xsl:with-param name="format" select="'i'"/>
	</xsl:apply-templates>
	<xsl:if test="not(db:toc) and f:wants-toc(., 'dbfo')"><xsl:call-template name="contents"/></xsl:if>
	<xsl:apply-templates select="$front[not(self::db:dedication)]" mode="component">
		<xsl:with-param name="format" select="'i'"/>
	</xsl:apply-templates>
	<xsl:choose>
		<xsl:when test="$main">
			<xsl:apply-templates select="$main" mode="component">
				<xsl:with-param name="first" select="'1'"/>
			</xsl:apply-templates>
			<xsl:apply-templates select="$main/following-sibling::*" mode="component"/>
		</xsl:when>
		<xsl:otherwise>
			<xsl:apply-templates select="$parts" mode="component"><xsl:with-param name="format" select="'i'"/></xsl:apply-templates>
		</xsl:otherwise>
	</xsl:choose>
	<xsl:variable name="index"><xsl:call-template name="h:wants-index"/></xsl:variable>
	<xsl:if test="$index != ''">
		<xsl:call-template name="page-sequence">
			<xsl:with-param name="master" select="'columns'"/>
			<xsl:with-param name="indent" select="'0pt'"/>
			<xsl:with-param name="content">
				<fo:block span="all" role="NonStruct">
					<xsl:call-template name="opening">
						<xsl:with-param name="id" select="$h:auto-index-id"/>
						<xsl:with-param name="title">
							<xsl:call-template name="h:text"><xsl:with-param name="k" select="'index'"/></xsl:call-template>
						</xsl:with-param>
					</xsl:call-template>
				</fo:block>
				<xsl:call-template name="index-entries"/>
			</xsl:with-param>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- Any other root is one sequence. -->
<xsl:template match="*" mode="pages">
	<xsl:apply-templates select="." mode="component">
		<xsl:with-param name="first" select="'1'"/>
	</xsl:apply-templates>
</xsl:template>

<!-- ==== components: each a page sequence that starts on the right ==== -->
<xsl:template match="*" mode="component">
	<xsl:param name="format" select="'1'"/>
	<xsl:param name="first" select="'auto-odd'"/>
	<xsl:call-template name="page-sequence">
		<xsl:with-param name="format" select="$format"/>
		<xsl:with-param name="first" select="$first"/>
		<xsl:with-param name="content"><xsl:apply-templates select="."/></xsl:with-param>
	</xsl:call-template>
</xsl:template>

<xsl:template match="db:index|db:setindex" mode="component">
	<xsl:param name="format" select="'1'"/>
	<xsl:param name="first" select="'auto-odd'"/>
	<xsl:call-template name="page-sequence">
		<xsl:with-param name="master" select="'columns'"/>
		<xsl:with-param name="format" select="$format"/>
		<xsl:with-param name="first" select="$first"/>
		<xsl:with-param name="indent" select="'0pt'"/>
		<xsl:with-param name="content"><xsl:apply-templates select="."/></xsl:with-param>
	</xsl:call-template>
</xsl:template>

<xsl:template match="db:toc[not(*)]|db:lot[not(*)]" mode="component">
	<xsl:for-each select="ancestor::*[self::db:book or self::db:set or self::db:article][1]">
		<xsl:call-template name="contents"/>
	</xsl:for-each>
</xsl:template>

<!-- Contents that the author wrote out open as those do that are made. -->
<xsl:template match="db:book/db:toc[db:tocentry or db:tocdiv]|db:set/db:toc[db:tocentry or db:tocdiv]" mode="component">
	<xsl:param name="format" select="'1'"/>
	<xsl:param name="first" select="'auto-odd'"/>
	<xsl:call-template name="page-sequence">
		<xsl:with-param name="format" select="$format"/>
		<xsl:with-param name="first" select="$first"/>
		<xsl:with-param name="content">
			<fo:block start-indent="0pt">
				<xsl:call-template name="opening"><xsl:with-param name="title"><xsl:apply-templates select="." mode="h:title"/></xsl:with-param></xsl:call-template>
				<fo:block role="TOC" start-indent="0pt" xsl:use-attribute-sets="toc.text">
					<xsl:call-template name="atts"/>
					<xsl:call-template name="division-info"/>
					<xsl:apply-templates select="*"/>
				</fo:block>
			</fo:block>
		</xsl:with-param>
	</xsl:call-template>
</xsl:template>

<!-- that of a part is on its leaf -->
<xsl:template match="db:part/db:toc[not(*)]|db:reference/db:toc[not(*)]" mode="component" priority="1"/>

<!-- A part opens with its own leaf; what it holds follows. -->
<xsl:template match="db:part|db:reference" mode="component">
	<xsl:param name="format" select="'1'"/>
	<xsl:param name="first" select="'auto-odd'"/>
	<fo:page-sequence-wrapper role="Part">
		<xsl:call-template name="page-sequence">
			<xsl:with-param name="format" select="$format"/>
			<xsl:with-param name="first" select="$first"/>
			<xsl:with-param name="master" select="'quiet'"/>
			<xsl:with-param name="content">
				<xsl:call-template name="part-page"/>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:apply-templates select="*[not(self::db:info or self::db:title or self::db:subtitle
			or self::db:titleabbrev or self::db:partintro)]" mode="component"/>
	</fo:page-sequence-wrapper>
</xsl:template>

</xsl:stylesheet>
