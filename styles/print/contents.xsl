<?xml version="1.0" encoding="UTF-8"?>
<!-- contents.xsl - table of contents and lists of figures, tables, examples -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f">

<!-- The contents of a book or set, and its lists, in roman pages. -->
<xsl:template name="contents">
	<xsl:call-template name="page-sequence">
		<xsl:with-param name="format" select="'i'"/>
		<xsl:with-param name="content">
			<fo:block start-indent="0pt">
				<xsl:call-template name="opening">
					<xsl:with-param name="title">
						<xsl:call-template name="h:text"><xsl:with-param name="k" select="'toc'"/></xsl:call-template>
					</xsl:with-param>
				</xsl:call-template>
				<fo:block role="TOC" start-indent="0pt" xsl:use-attribute-sets="toc.text">
					<xsl:apply-templates select="*" mode="toc"/>
					<xsl:variable name="index"><xsl:call-template name="h:wants-index"/></xsl:variable>
					<xsl:if test="$index != ''">
						<xsl:call-template name="toc-line">
							<xsl:with-param name="id" select="$h:auto-index-id"/>
							<xsl:with-param name="at" select="'0pt'"/>
							<xsl:with-param name="strong" select="1"/>
							<xsl:with-param name="space" select="'6.5pt'"/>
							<xsl:with-param name="title">
								<xsl:call-template name="h:text"><xsl:with-param name="k" select="'index'"/></xsl:call-template>
							</xsl:with-param>
						</xsl:call-template>
					</xsl:if>
				</fo:block>
			</fo:block>
			<!-- the books of a set list their own -->
			<xsl:if test="not(self::db:set)"><xsl:call-template name="lists-of-titles"/></xsl:if>
		</xsl:with-param>
	</xsl:call-template>
</xsl:template>

<!-- Chapter-like title for what has no element of its own. -->
<xsl:template name="opening">
	<xsl:param name="title"/>
	<xsl:param name="id"/>
	<fo:block role="H1" xsl:use-attribute-sets="chapter.heading">
		<xsl:if test="$id != ''"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
		<fo:marker marker-class-name="chapter"><xsl:value-of select="$title"/></fo:marker>
		<fo:marker marker-class-name="section"><xsl:value-of select="$title"/></fo:marker>
		<fo:block role="Span" xsl:use-attribute-sets="chapter.title"><xsl:value-of select="$title"/></fo:block>
	</fo:block>
</xsl:template>

<xsl:template name="lists-of-titles">
	<xsl:call-template name="list-of"><xsl:with-param name="what" select="(.//db:figure[not(parent::db:formalgroup)]|self::*[$h:has-groups]//db:formalgroup[f:formal(.)[1]/self::db:figure])[contains($toc.lists, 'figure')][db:title or db:info/db:title]"/>
		<xsl:with-param name="k" select="'lot.figure'"/></xsl:call-template>
	<xsl:call-template name="list-of"><xsl:with-param name="what" select="(.//db:table[not(parent::db:formalgroup)]|self::*[$h:has-groups]//db:formalgroup[f:formal(.)[1]/self::db:table])[contains($toc.lists, 'table')][db:title or db:info/db:title or db:caption]"/>
		<xsl:with-param name="k" select="'lot.table'"/></xsl:call-template>
	<xsl:call-template name="list-of"><xsl:with-param name="what" select="(.//db:example[not(parent::db:formalgroup)]|self::*[$h:has-groups]//db:formalgroup[f:formal(.)[1]/self::db:example])[contains($toc.lists, 'example')][db:title or db:info/db:title]"/>
		<xsl:with-param name="k" select="'lot.example'"/></xsl:call-template>
	<xsl:call-template name="list-of"><xsl:with-param name="what" select="(.//db:equation[not(parent::db:formalgroup)]|self::*[$h:has-groups]//db:formalgroup[f:formal(.)[1]/self::db:equation])[contains($toc.lists, 'equation')][db:title or db:info/db:title]"/>
		<xsl:with-param name="k" select="'lot.equation'"/></xsl:call-template>
</xsl:template>

<!-- Lists shorter than two entries help nobody. -->
<xsl:template name="list-of">
	<xsl:param name="what"/>
	<xsl:param name="k"/>
	<xsl:if test="count($what) &gt; 1">
		<fo:block space-before="35pt" space-before.minimum="22.5pt">
			<fo:block role="H1" xsl:use-attribute-sets="section1.heading" start-indent="0pt">
				<xsl:call-template name="h:text"><xsl:with-param name="k" select="$k"/></xsl:call-template>
			</fo:block>
			<fo:block role="TOC" start-indent="0pt" xsl:use-attribute-sets="toc.text">
				<xsl:for-each select="$what">
					<xsl:call-template name="toc-line">
						<xsl:with-param name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:with-param>
						<xsl:with-param name="at" select="'32pt'"/>
						<xsl:with-param name="space" select="'2pt'"/>
					</xsl:call-template>
				</xsl:for-each>
			</fo:block>
		</fo:block>
	</xsl:if>
</xsl:template>

<!-- ==== lines ==== -->
<!--
  A line is a one-item list: the label in its column, then title, leader and page.  at: where
  the title stands from the edge of the type area; from: where the label stands.
-->
<xsl:template name="toc-line">
	<xsl:param name="label"/>
	<xsl:param name="from" select="'0pt'"/>
	<xsl:param name="at" select="'20pt'"/>
	<xsl:param name="space" select="'0pt'"/>
	<xsl:param name="strong"/>
	<xsl:param name="last"/>
	<xsl:param name="id"><xsl:call-template name="h:id"/></xsl:param>
	<xsl:param name="title"/>
	<fo:list-block role="TOCI" start-indent="{$from}" space-before="{$space}"
		provisional-distance-between-starts="{$at} - ({$from})" provisional-label-separation="4pt">
		<!-- a few lines more rather than a page for them -->
		<xsl:attribute name="space-before.minimum"><xsl:value-of select="concat($space, ' * 0.4')"/></xsl:attribute>
		<xsl:if test="$strong">
			<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
			<xsl:attribute name="font-weight">bold</xsl:attribute>
			<xsl:attribute name="font-size"><xsl:value-of select="$size.sans"/></xsl:attribute>
			<xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
		</xsl:if>
		<xsl:if test="$last"><xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute></xsl:if>
		<xsl:apply-templates select="ancestor-or-self::*[@xml:lang][1][parent::*]/@xml:lang" mode="att"/>
		<xsl:call-template name="title-language"/>
		<fo:list-item role="NonStruct">
			<fo:list-item-label end-indent="label-end()" role="Lbl">
				<fo:block role="NonStruct" xsl:use-attribute-sets="unbroken"><xsl:copy-of select="$label"/></fo:block>
			</fo:list-item-label>
			<fo:list-item-body start-indent="body-start()" role="NonStruct">
				<fo:block role="NonStruct" xsl:use-attribute-sets="toc.entry">
					<fo:basic-link internal-destination="{$id}">
						<xsl:choose>
							<xsl:when test="$title != ''"><xsl:value-of select="$title"/></xsl:when>
							<xsl:otherwise>
								<xsl:call-template name="title-elsewhere">
									<xsl:with-param name="content"><xsl:apply-templates select="." mode="h:short-title"/></xsl:with-param>
								</xsl:call-template>
							</xsl:otherwise>
						</xsl:choose>
						<xsl:text> </xsl:text>
						<fo:leader leader-length.minimum="12pt" leader-length.optimum="12pt" leader-length.maximum="100%">
							<xsl:attribute name="leader-pattern">
								<xsl:choose><xsl:when test="$strong">space</xsl:when><xsl:otherwise>dots</xsl:otherwise></xsl:choose>
							</xsl:attribute>
						</fo:leader>
						<fo:page-number-citation ref-id="{$id}"/>
					</fo:basic-link>
				</fo:block>
			</fo:list-item-body>
		</fo:list-item>
	</fo:list-block>
</xsl:template>

<!-- ==== entries ==== -->
<xsl:template match="*" mode="toc"/>

<xsl:template match="db:book|db:set" mode="toc">
	<xsl:call-template name="toc-line">
		<xsl:with-param name="strong" select="1"/>
		<xsl:with-param name="space" select="'14pt'"/>
		<xsl:with-param name="at" select="'0pt'"/>
	</xsl:call-template>
	<xsl:apply-templates select="*" mode="toc"/>
</xsl:template>

<xsl:template match="db:part|db:reference" mode="toc">
	<xsl:variable name="label"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable>
	<xsl:variable name="id"><xsl:call-template name="h:id"/></xsl:variable>
	<fo:block role="TOCI" space-before="15pt" space-after="{$quarter}" font-family="{$sans}" font-size="{$size.sans}"
		color="{$accent}" keep-with-next.within-column="always" xsl:use-attribute-sets="toc.entry">
		<xsl:apply-templates select="ancestor-or-self::*[@xml:lang][1][parent::*]/@xml:lang" mode="att"/>
		<xsl:call-template name="title-language"/>
		<fo:basic-link internal-destination="{$id}">
			<xsl:if test="$label != ''">
				<xsl:copy-of select="$label"/>
				<xsl:text>&#x2002;</xsl:text>
			</xsl:if>
			<fo:inline font-weight="bold"><xsl:call-template name="isolate"/><xsl:apply-templates select="." mode="h:title"/></fo:inline>
			<fo:leader leader-pattern="space" leader-length.minimum="12pt" leader-length.optimum="12pt" leader-length.maximum="100%"/>
			<fo:page-number-citation ref-id="{$id}"/>
		</fo:basic-link>
	</fo:block>
	<xsl:apply-templates select="*" mode="toc"/>
</xsl:template>

<xsl:template match="db:chapter|db:appendix|db:preface|db:article|db:topic|db:glossary|db:bibliography
	|db:index|db:setindex|db:dedication|db:acknowledgements|db:colophon" mode="toc">
	<xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
	<xsl:call-template name="toc-line">
		<xsl:with-param name="label" select="$label"/>
		<xsl:with-param name="at">
			<xsl:choose><xsl:when test="$label = ''">0pt</xsl:when><xsl:otherwise>22pt</xsl:otherwise></xsl:choose>
		</xsl:with-param>
		<xsl:with-param name="strong" select="1"/>
		<xsl:with-param name="space" select="'6.5pt'"/>
	</xsl:call-template>
	<xsl:if test="self::db:chapter or self::db:appendix or self::db:article or self::db:topic">
		<xsl:apply-templates select="db:section|db:sect1|db:simplesect|db:refentry" mode="toc">
			<xsl:with-param name="level" select="1"/>
		</xsl:apply-templates>
	</xsl:if>
</xsl:template>

<!-- Where titles of sections stand, and those below them: 34.20 and 34.20.10 want more room than 4.2. -->
<xsl:variable name="toc.long" select="count(/*/db:chapter|/*/db:part/db:chapter|/db:set/db:book/db:chapter) &gt; 9
	and boolean((/*|/*/db:part|/db:set/db:book)/*[self::db:chapter or self::db:appendix][db:section[10] or db:sect1[10]])"/>
<xsl:variable name="toc.second"><xsl:value-of select="50 + 6 * $toc.long"/>pt</xsl:variable>
<xsl:variable name="toc.third"><xsl:value-of select="86 + 16 * $toc.long"/>pt</xsl:variable>
<xsl:template match="db:section|db:sect1|db:sect2|db:sect3|db:sect4|db:simplesect|db:refentry" mode="toc">
	<xsl:param name="level" select="1"/>
	<xsl:if test="$level &lt;= $toc.depth">
		<xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
		<xsl:call-template name="toc-line">
			<xsl:with-param name="label" select="$label"/>
			<!-- the last of several does not stand alone on the next page -->
			<xsl:with-param name="last" select="not(following-sibling::*[local-name() = local-name(current())])"/>
			<xsl:with-param name="from">
				<xsl:choose><xsl:when test="$level = 1">22pt</xsl:when><xsl:otherwise><xsl:value-of select="$toc.second"/></xsl:otherwise></xsl:choose>
			</xsl:with-param>
			<xsl:with-param name="at">
				<xsl:choose>
					<xsl:when test="$label = '' and $level = 1">22pt</xsl:when>
					<xsl:when test="$level = 1 or $label = ''"><xsl:value-of select="$toc.second"/></xsl:when>
					<xsl:otherwise><xsl:value-of select="$toc.third"/></xsl:otherwise>
				</xsl:choose>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:apply-templates select="db:section|db:sect2|db:sect3|db:sect4" mode="toc">
			<xsl:with-param name="level" select="$level + 1"/>
		</xsl:apply-templates>
	</xsl:if>
</xsl:template>

<!-- ==== contents that an author wrote out ==== -->
<xsl:template match="db:toc|db:lot">
	<xsl:choose>
		<xsl:when test="db:tocentry or db:tocdiv or db:tocpart">
			<fo:block role="TOC">
				<xsl:call-template name="atts"/>
				<xsl:call-template name="block-title"/>
				<xsl:apply-templates select="*"/>
			</fo:block>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="of" select="(ancestor::db:article|ancestor::db:chapter|ancestor::db:part|ancestor::db:book)[last()]"/>
			<fo:block role="TOC" start-indent="0pt" space-before="{$line}" space-after="{$line}" xsl:use-attribute-sets="toc.text">
				<xsl:call-template name="atts"/>
				<xsl:call-template name="block-title"/>
				<xsl:apply-templates select="$of/*" mode="toc"/>
			</fo:block>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:tocdiv|db:tocpart|db:tocfront|db:tocback|db:tocchap">
	<fo:block margin-left="{$list.step}">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:tocentry">
	<fo:block role="TOCI" xsl:use-attribute-sets="toc.entry">
		<xsl:if test="not(@linkend or @pagenum)"><xsl:attribute name="text-align-last">start</xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<xsl:choose>
			<xsl:when test="@linkend">
				<fo:basic-link internal-destination="{@linkend}">
					<xsl:apply-templates/>
					<fo:leader leader-pattern="dots" leader-length.minimum="12pt" leader-length.optimum="12pt" leader-length.maximum="100%"/>
					<fo:page-number-citation ref-id="{@linkend}"/>
				</fo:basic-link>
			</xsl:when>
			<xsl:otherwise>
				<xsl:apply-templates/>
				<xsl:if test="@pagenum">
					<fo:leader leader-pattern="dots" leader-length.minimum="12pt" leader-length.optimum="12pt" leader-length.maximum="100%"/>
					<xsl:value-of select="@pagenum"/>
				</xsl:if>
			</xsl:otherwise>
		</xsl:choose>
	</fo:block>
</xsl:template>

</xsl:stylesheet>
