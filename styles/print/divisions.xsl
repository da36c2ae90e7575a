<?xml version="1.0" encoding="UTF-8"?>
<!-- divisions.xsl - parts, chapters, sections: their openings and headings -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:fo="http://www.w3.org/1999/XSL/Format"
	exclude-result-prefixes="db h">

<!-- What a division says of itself has been said in its heading. -->
<xsl:template match="db:info|db:title|db:subtitle|db:titleabbrev"/>
<!-- What has no title by the schema, and yet one of the author's. -->
<xsl:template match="db:screen/db:info|db:programlisting/db:info|db:literallayout/db:info|db:synopsis/db:info|db:epigraph/db:info
	|db:question/db:info|db:answer/db:info">
	<xsl:for-each select=".."><xsl:call-template name="block-title"/></xsl:for-each>
</xsl:template>

<!-- H1 ... H6 by depth. -->
<xsl:template name="heading-role">
	<xsl:param name="more" select="0"/>
	<xsl:variable name="level"><xsl:call-template name="h:level"/></xsl:variable>
	<xsl:attribute name="role">
		<xsl:choose>
			<xsl:when test="$level + $more &gt; 6">H6</xsl:when>
			<xsl:otherwise><xsl:value-of select="concat('H', $level + $more)"/></xsl:otherwise>
		</xsl:choose>
	</xsl:attribute>
</xsl:template>

<!-- ==== parts ==== -->
<xsl:template name="part-page">
	<fo:block xsl:use-attribute-sets="part.heading" start-indent="0pt">
		<xsl:call-template name="heading-role"/>
		<xsl:call-template name="target"/>
		<xsl:variable name="label"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable>
		<fo:block role="Span" xsl:use-attribute-sets="part.label"><xsl:value-of select="$label"/></fo:block>
		<fo:block role="Span" xsl:use-attribute-sets="part.title">
			<xsl:call-template name="title-language"/>
			<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
		</fo:block>
	</fo:block>
	<xsl:call-template name="subtitle"/>
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates select="db:partintro"/>
	<xsl:if test="self::db:part">
		<!-- what the part holds, for who opens the book here -->
		<fo:block role="TOC" space-before="{$line}" xsl:use-attribute-sets="toc.text">
			<xsl:for-each select="db:chapter|db:appendix|db:article|db:preface|db:reference|db:refentry|db:glossary|db:bibliography|db:topic">
				<xsl:call-template name="toc-line">
					<xsl:with-param name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:with-param>
					<xsl:with-param name="from" select="$indent"/>
					<xsl:with-param name="at" select="concat($indent, ' + 24pt')"/>
					<xsl:with-param name="space" select="$quarter"/>
				</xsl:call-template>
			</xsl:for-each>
		</fo:block>
	</xsl:if>
</xsl:template>

<xsl:template match="db:part|db:reference">
	<xsl:call-template name="part-page"/>
	<xsl:apply-templates select="*[not(self::db:partintro)]"/>
</xsl:template>

<xsl:template match="db:partintro">
	<fo:block role="NonStruct">
		<xsl:call-template name="atts"/>
		<xsl:if test="db:title or db:info/db:title">
			<fo:block xsl:use-attribute-sets="section2.heading">
				<xsl:call-template name="heading-role"/>
				<xsl:apply-templates select="." mode="h:title"/>
			</fo:block>
		</xsl:if>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>

<xsl:template name="subtitle">
	<xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]">
		<fo:block space-after="{$line}" xsl:use-attribute-sets="subtitle">
			<xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
			<xsl:call-template name="atts"/>
			<xsl:apply-templates/>
		</fo:block>
	</xsl:for-each>
</xsl:template>

<!-- ==== chapters and their like ==== -->
<xsl:template match="db:chapter|db:appendix|db:preface|db:article|db:topic
	|db:dedication|db:acknowledgements|db:colophon|db:book|db:set">
	<xsl:call-template name="chapter-heading"/>
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates select="node()"/>
</xsl:template>

<xsl:template name="chapter-heading">
	<xsl:variable name="label">
		<xsl:if test="self::db:chapter or self::db:appendix">
			<xsl:apply-templates select="." mode="h:full-label"/>
		</xsl:if>
	</xsl:variable>
	<fo:block xsl:use-attribute-sets="chapter.heading">
		<xsl:call-template name="heading-role"/>
		<xsl:call-template name="target"/>
		<fo:marker marker-class-name="chapter">
			<xsl:if test="$label != ''">
				<xsl:value-of select="$label"/>
				<xsl:text>&#x2002;</xsl:text>
			</xsl:if>
			<xsl:apply-templates select="." mode="h:short-title"/>
		</fo:marker>
		<fo:marker marker-class-name="section"><xsl:apply-templates select="." mode="h:short-title"/></fo:marker>
		<xsl:if test="$label != ''">
			<fo:block role="Span" xsl:use-attribute-sets="chapter.label"><xsl:value-of select="$label"/></fo:block>
		</xsl:if>
		<fo:block role="Span" xsl:use-attribute-sets="chapter.title">
			<xsl:call-template name="title-language"/>
			<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
		</fo:block>
	</fo:block>
	<xsl:call-template name="subtitle"/>
</xsl:template>

<!-- Within another chapter (an article's appendix, a chapter's glossary): as a section. -->
<xsl:template match="db:article/db:appendix|db:article/db:glossary|db:article/db:bibliography
	|db:article/db:index|db:article/db:colophon|db:article/db:dedication|db:article/db:acknowledgements
	|db:chapter/db:glossary|db:chapter/db:bibliography|db:chapter/db:index|db:appendix/db:glossary
	|db:appendix/db:bibliography|db:appendix/db:index|db:section/db:glossary|db:section/db:bibliography
	|db:section/db:index|db:sect1/db:glossary|db:sect1/db:bibliography|db:sect1/db:index
	|db:preface/db:glossary|db:preface/db:bibliography|db:preface/db:index" priority="1">
	<xsl:call-template name="in-language">
		<xsl:with-param name="content"><xsl:call-template name="inner-division"/></xsl:with-param>
	</xsl:call-template>
</xsl:template>
<xsl:template name="inner-division">
	<xsl:call-template name="section-heading"/>
	<xsl:call-template name="division-info"/>
	<xsl:choose>
		<xsl:when test="self::db:index"><xsl:call-template name="index-body"/></xsl:when>
		<xsl:when test="self::db:bibliography"><xsl:call-template name="biblio-body"/></xsl:when>
		<xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- What is known about an article or chapter stands below its title. -->
<xsl:template name="division-info">
	<xsl:for-each select="db:info">
		<xsl:variable name="people" select="db:author|db:editor|db:othercredit|db:collab|db:authorgroup/*[self::db:author
			or self::db:editor or self::db:othercredit or self::db:collab]"/>
		<xsl:variable name="facts" select="db:edition|db:releaseinfo|db:pubdate|db:date|db:copyright|db:orgname
			|db:volumenum|db:issuenum|db:seriesvolnums|db:productname|db:productnumber|db:confgroup|db:contractnum|db:contractsponsor
			|db:publisher|db:biblioid|db:bibliomisc|db:artpagenums|db:pagenums|db:address|db:printhistory|db:orgdiv|db:org|db:person|db:personname
			|db:bibliosource|db:bibliocoverage|db:citebiblioid|db:biblioset
			|*[starts-with(namespace-uri(), 'http://purl.org/dc/')]"/>
		<xsl:if test="$people">
			<fo:block font-family="{$sans}" font-size="{$size.sans}" line-height="{$leading.sans}" space-after="{$half}"
				xsl:use-attribute-sets="unbroken">
				<xsl:for-each select="$people"><xsl:call-template name="person-block"/></xsl:for-each>
			</fo:block>
		</xsl:if>
		<xsl:if test="$facts">
			<fo:block space-after="{$half}" xsl:use-attribute-sets="small">
				<xsl:for-each select="$facts">
					<fo:block>
						<xsl:choose>
							<xsl:when test="self::db:pubdate or self::db:date"><xsl:call-template name="h:date"/></xsl:when>
							<xsl:when test="self::db:publisher or self::db:confgroup"><xsl:apply-templates select="*" mode="line"/></xsl:when>
							<xsl:when test="not(self::db:*)"><xsl:apply-templates/></xsl:when>
							<xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
						</xsl:choose>
					</fo:block>
				</xsl:for-each>
			</fo:block>
		</xsl:if>
		<xsl:apply-templates select="db:cover|db:mediaobject|db:epigraph|db:annotation|db:itermset|db:indexterm"/>
		<xsl:for-each select="db:abstract|db:legalnotice">
			<fo:block role="Div" space-after="{$line}" xsl:use-attribute-sets="quotation">
				<xsl:call-template name="atts"/>
				<xsl:call-template name="block-title"/>
				<xsl:apply-templates/>
			</fo:block>
		</xsl:for-each>
		<xsl:apply-templates select="db:revhistory"/>
	</xsl:for-each>
</xsl:template>

<!-- A person: name, what for, where from, how to reach, something about. -->
<xsl:template name="person-block">
	<fo:block>
		<xsl:call-template name="atts"/>
		<xsl:if test="self::db:editor">
			<xsl:call-template name="h:text"><xsl:with-param name="k" select="'edited-by'"/></xsl:call-template>
			<xsl:text> </xsl:text>
		</xsl:if>
		<xsl:call-template name="h:person"/>
		<xsl:if test="db:personname or db:orgdiv">
			<xsl:for-each select="db:orgname[../db:personname]|db:orgdiv"><xsl:call-template name="h:comma"/><xsl:apply-templates/></xsl:for-each>
		</xsl:if>
		<xsl:for-each select="db:contrib"><xsl:call-template name="h:comma"/><xsl:apply-templates/></xsl:for-each>
		<xsl:for-each select="db:affiliation">
			<xsl:for-each select="db:jobtitle|db:shortaffil|db:orgname|db:orgdiv">
				<xsl:call-template name="h:comma"/><xsl:apply-templates/>
			</xsl:for-each>
		</xsl:for-each>
		<xsl:for-each select="db:email|db:affiliation/db:address/db:email|db:address/db:email|db:uri">
			<xsl:call-template name="h:comma"/><xsl:apply-templates select="."/>
		</xsl:for-each>
		<xsl:for-each select="db:affiliation/db:address|db:address">
			<xsl:variable name="lines" select="*[not(self::db:email)]|text()[normalize-space()]"/>
			<xsl:for-each select="$lines"><xsl:call-template name="h:comma"/><xsl:value-of select="normalize-space(.)"/></xsl:for-each>
		</xsl:for-each>
		<xsl:for-each select="db:personblurb">
			<fo:block font-family="{$serif}" font-size="{$size.small}" line-height="{$leading.small}" margin-left="{$list.step}" space-after="{$quarter}">
				<xsl:call-template name="block-title"/>
				<xsl:apply-templates/>
			</fo:block>
		</xsl:for-each>
	</fo:block>
</xsl:template>

<xsl:template match="db:cover"><fo:block role="NonStruct"><xsl:apply-templates/></fo:block></xsl:template>

<!-- Only its title is in another language. -->
<xsl:template name="title-language">
	<xsl:apply-templates select="(db:title|db:info/db:title)[1]/@xml:lang" mode="att"/>
</xsl:template>

<!-- Text that stands bare in a division, where only blocks may, is a paragraph. -->
<xsl:template match="db:chapter/text()|db:appendix/text()|db:preface/text()|db:article/text()|db:section/text()|db:sect1/text()
	|db:sect2/text()|db:sect3/text()|db:sect4/text()|db:sect5/text()|db:simplesect/text()|db:partintro/text()
	|db:refsection/text()|db:refsect1/text()|db:refsect2/text()|db:refsect3/text()">
	<xsl:if test="normalize-space()"><fo:block role="P" xsl:use-attribute-sets="para"><xsl:value-of select="."/></fo:block></xsl:if>
</xsl:template>

<!-- ==== sections ==== -->
<xsl:template match="db:section|db:sect1|db:sect2|db:sect3|db:sect4|db:sect5|db:simplesect|db:refsection
	|db:refsect1|db:refsect2|db:refsect3">
	<xsl:choose>
		<xsl:when test="@xml:lang">
			<xsl:call-template name="in-language">
				<xsl:with-param name="content"><xsl:call-template name="section-content"/></xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:call-template name="section-content"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template name="section-content">
	<xsl:call-template name="section-heading"/>
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates/>
</xsl:template>

<!-- The label hangs in the margin; the title stands where the text does. -->
<xsl:template name="section-heading">
	<xsl:param name="depth" select="count(ancestor-or-self::*[self::db:section or self::db:sect1
		or self::db:sect2 or self::db:sect3 or self::db:sect4 or self::db:sect5 or self::db:simplesect
		or self::db:refsection or self::db:refsect1 or self::db:refsect2 or self::db:refsect3
		or self::db:refentry])"/>
	<xsl:choose>
		<xsl:when test="$depth &lt;= 1">
			<fo:list-block start-indent="0pt" xsl:use-attribute-sets="section1.heading"
				provisional-distance-between-starts="{$indent}" provisional-label-separation="4pt">
				<xsl:call-template name="heading-content">
					<xsl:with-param name="marker" select="1"/>
				</xsl:call-template>
			</fo:list-block>
		</xsl:when>
		<xsl:when test="$depth = 2">
			<fo:list-block start-indent="0pt" xsl:use-attribute-sets="section2.heading"
				provisional-distance-between-starts="{$indent}" provisional-label-separation="4pt">
				<xsl:call-template name="heading-content"/>
			</fo:list-block>
		</xsl:when>
		<xsl:when test="$depth = 3">
			<fo:list-block start-indent="0pt" xsl:use-attribute-sets="section3.heading"
				provisional-distance-between-starts="{$indent}" provisional-label-separation="4pt">
				<xsl:call-template name="heading-content"/>
			</fo:list-block>
		</xsl:when>
		<xsl:otherwise>
			<fo:block xsl:use-attribute-sets="section4.heading">
				<xsl:call-template name="heading-role"/>
				<xsl:call-template name="target"/>
				<xsl:call-template name="title-language"/>
				<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
			</fo:block>
		</xsl:otherwise>
	</xsl:choose>
	<xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]">
		<fo:block font-family="{$sans}" color="{$grey}" xsl:use-attribute-sets="unbroken"
			keep-with-next.within-column="always">
			<xsl:apply-templates/>
		</fo:block>
	</xsl:for-each>
</xsl:template>

<xsl:template name="heading-content">
	<xsl:param name="marker"/>
	<xsl:call-template name="heading-role"/>
	<xsl:call-template name="target"/>
	<fo:list-item role="NonStruct">
		<fo:list-item-label end-indent="label-end()" role="Lbl">
			<fo:block role="NonStruct" color="{$accent}"><xsl:apply-templates select="." mode="h:label"/></fo:block>
		</fo:list-item-label>
		<fo:list-item-body start-indent="body-start()" role="NonStruct">
			<fo:block role="Span">
				<xsl:call-template name="title-language"/>
				<xsl:if test="$marker">
					<fo:marker marker-class-name="section">
						<xsl:variable name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
						<xsl:if test="$n != ''"><xsl:value-of select="concat($n, '&#x2002;')"/></xsl:if>
						<xsl:call-template name="title-elsewhere">
							<xsl:with-param name="around"><xsl:call-template name="page-lang"/></xsl:with-param>
							<xsl:with-param name="content"><xsl:apply-templates select="." mode="h:short-title"/></xsl:with-param>
						</xsl:call-template>
					</fo:marker>
				</xsl:if>
				<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
			</fo:block>
		</fo:list-item-body>
	</fo:list-item>
</xsl:template>

<xsl:template match="db:bridgehead">
	<xsl:variable name="as" select="concat(@renderas, '')"/>
	<xsl:choose>
		<xsl:when test="$as = 'sect1' or $as = 'sect2' or $as = 'section'">
			<fo:block xsl:use-attribute-sets="section2.heading">
				<xsl:call-template name="heading-role"/>
				<xsl:call-template name="atts"/>
				<xsl:apply-templates/>
			</fo:block>
		</xsl:when>
		<xsl:otherwise>
			<fo:block xsl:use-attribute-sets="section3.heading">
				<xsl:call-template name="heading-role"/>
				<xsl:call-template name="atts"/>
				<xsl:apply-templates/>
			</fo:block>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
