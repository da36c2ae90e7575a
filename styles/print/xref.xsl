<?xml version="1.0" encoding="UTF-8"?>
<!-- xref.xsl - links and cross references in print -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:xlink="http://www.w3.org/1999/xlink"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h xlink">

<xsl:template match="*" mode="h:xref-page">
	<fo:page-number-citation><xsl:attribute name="ref-id"><xsl:call-template name="h:id"/></xsl:attribute></fo:page-number-citation>
</xsl:template>
<xsl:template match="db:footnote" mode="h:xref">
	<fo:inline xsl:use-attribute-sets="note.mark"><xsl:apply-templates select="." mode="h:label"/></fo:inline>
</xsl:template>
<xsl:template match="db:co|db:area|db:areaset" mode="h:xref">
	<xsl:call-template name="callout-mark"><xsl:with-param name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:with-param></xsl:call-template>
</xsl:template>

<!-- ==== links ==== -->
<!-- Content that links to where @linkend or @xlink:href says. -->
<xsl:template name="linked">
	<xsl:param name="content"/>
	<xsl:variable name="ref" select="concat(@linkend, substring-after(@xlink:href[starts-with(., '#')], '#'))"/>
	<xsl:choose>
		<xsl:when test="$ref != '' and key('h:id', $ref)">
			<fo:basic-link internal-destination="{$ref}" xsl:use-attribute-sets="link"><xsl:copy-of select="$content"/></fo:basic-link>
		</xsl:when>
		<xsl:when test="$ref = '' and @xlink:href != ''">
			<fo:basic-link external-destination="url('{@xlink:href}')" xsl:use-attribute-sets="link"><xsl:copy-of select="$content"/></fo:basic-link>
		</xsl:when>
		<xsl:otherwise><xsl:copy-of select="$content"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="*" mode="h:link-around">
	<xsl:param name="content"/>
	<xsl:call-template name="linked"><xsl:with-param name="content" select="$content"/></xsl:call-template>
</xsl:template>

<xsl:template match="db:link|db:ulink">
	<xsl:param name="quiet"/>
	<xsl:variable name="ref" select="concat(@linkend, substring-after(@xlink:href[starts-with(., '#')], '#'))"/>
	<xsl:variable name="url" select="concat(@url, @xlink:href[not(starts-with(., '#'))])"/>
	<xsl:choose>
		<xsl:when test="$quiet"><xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:when>
		<xsl:when test="$ref != '' and not(node()) and key('h:id', $ref)">
			<xsl:call-template name="reference"><xsl:with-param name="ref" select="$ref"/></xsl:call-template>
		</xsl:when>
		<xsl:when test="$ref != '' and not(key('h:id', $ref))">
			<!-- reported when the book was checked -->
			<fo:inline>
				<xsl:call-template name="atts"/>
				<xsl:apply-templates/>
				<xsl:if test="not(node())"><xsl:value-of select="concat('[?', $ref, ']')"/></xsl:if>
			</fo:inline>
		</xsl:when>
		<xsl:when test="$ref != ''">
			<fo:basic-link internal-destination="{$ref}" xsl:use-attribute-sets="link">
				<xsl:call-template name="atts"/><xsl:call-template name="inline-way"/>
				<xsl:apply-templates/>
			</fo:basic-link>
		</xsl:when>
		<xsl:when test="$url != '' and not(node())">
			<fo:basic-link external-destination="url('{$url}')" hyphenate="false" xsl:use-attribute-sets="link">
				<xsl:call-template name="atts"/><xsl:call-template name="inline-way"/>
				<fo:inline font-family="{$mono}" font-size="{$code.inline.size}"><xsl:value-of select="$url"/></fo:inline>
			</fo:basic-link>
		</xsl:when>
		<xsl:when test="$url != ''">
			<xsl:variable name="text"><xsl:apply-templates/></xsl:variable>
			<fo:basic-link external-destination="url('{$url}')" xsl:use-attribute-sets="link">
				<xsl:call-template name="atts"/><xsl:call-template name="inline-way"/>
				<xsl:copy-of select="$text"/>
			</fo:basic-link>
			<!-- on paper the address has to be readable: in brackets if it is short, else a note -->
			<xsl:if test="normalize-space($text) != $url and concat('http://', normalize-space($text)) != $url
				and concat('https://', normalize-space($text)) != $url and not(starts-with($url, 'mailto:'))
				and not(ancestor::db:footnote or ancestor::db:title or ancestor::db:programlisting or ancestor::db:screen)
				and string-length($url) &lt; 60 and $link.urls = 1">
				<xsl:text> (</xsl:text>
				<fo:inline font-family="{$mono}" font-size="{$code.inline.size}" hyphenate="false"><xsl:value-of select="$url"/></fo:inline>
				<xsl:text>)</xsl:text>
			</xsl:if>
		</xsl:when>
		<xsl:otherwise><fo:inline><xsl:call-template name="atts"/><xsl:call-template name="inline-way"/><xsl:apply-templates/></fo:inline></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- A link with several ends: what stands in the line leads to the first of those elsewhere. -->
<xsl:template match="db:phrase[@xlink:type = 'extended']" priority="2">
	<xsl:param name="quiet"/>
	<xsl:variable name="far" select="*[@xlink:type = 'locator']/@xlink:href"/>
	<xsl:choose>
		<xsl:when test="$quiet or not($far)"><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:when>
		<xsl:otherwise>
			<fo:basic-link external-destination="url('{$far[1]}')" xsl:use-attribute-sets="link">
				<xsl:call-template name="atts"/>
				<xsl:apply-templates select="*[not(@xlink:type = 'locator' or @xlink:type = 'arc')]|text()[normalize-space()]"/>
			</fo:basic-link>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== cross references ==== -->
<xsl:template name="reference">
	<xsl:param name="ref" select="@linkend"/>
	<xsl:param name="style" select="@xrefstyle"/>
	<xsl:variable name="target" select="key('h:id', $ref)[1]"/>
	<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
	<xsl:choose>
		<xsl:when test="$target">
			<fo:basic-link internal-destination="{$ref}" xsl:use-attribute-sets="link">
				<xsl:for-each select="$target[ancestor-or-self::*[@xml:lang][1][parent::*] or ancestor-or-self::*[@xml:lang][1]/@xml:lang != $lang]">
					<xsl:call-template name="isolate"><xsl:with-param name="around" select="$lang"/></xsl:call-template>
				</xsl:for-each>
				<xsl:choose>
					<xsl:when test="@endterm and key('h:id', @endterm) and not(key('h:id', @endterm)//db:xref)">
						<xsl:apply-templates select="key('h:id', @endterm)[1]/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
					</xsl:when>
					<xsl:otherwise>
						<xsl:for-each select="$target">
							<xsl:call-template name="h:xref-text">
								<xsl:with-param name="style" select="$style"/>
								<xsl:with-param name="lang" select="string($lang)"/>
							</xsl:call-template>
						</xsl:for-each>
					</xsl:otherwise>
				</xsl:choose>
			</fo:basic-link>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="concat('[?', $ref, ']')"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:xref">
	<xsl:param name="quiet"/>
	<xsl:variable name="ref" select="concat(@linkend, substring-after(@xlink:href[starts-with(., '#')], '#'))"/>
	<xsl:variable name="target" select="key('h:id', $ref)[1]"/>
	<xsl:choose>
		<xsl:when test="$quiet and $target">
			<xsl:variable name="style" select="@xrefstyle"/>
			<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
			<xsl:for-each select="$target">
				<xsl:call-template name="h:xref-text">
					<xsl:with-param name="style" select="$style"/><xsl:with-param name="lang" select="string($lang)"/>
				</xsl:call-template>
			</xsl:for-each>
		</xsl:when>
		<xsl:when test="@xlink:href and not(starts-with(@xlink:href, '#'))">
			<fo:basic-link external-destination="url('{@xlink:href}')" xsl:use-attribute-sets="link"><xsl:value-of select="@xlink:href"/></fo:basic-link>
		</xsl:when>
		<xsl:otherwise><xsl:call-template name="reference"><xsl:with-param name="ref" select="$ref"/></xsl:call-template></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- A citation: [label, pages]. -->
<xsl:template match="db:biblioref" priority="1">
	<xsl:param name="quiet"/>
	<xsl:variable name="target" select="key('h:id', @linkend)[1]"/>
	<xsl:variable name="label">
		<xsl:choose>
			<xsl:when test="$target"><xsl:apply-templates select="$target" mode="h:label"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="concat('?', @linkend)"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:text>[</xsl:text>
	<xsl:choose>
		<xsl:when test="$quiet or not($target)"><xsl:value-of select="$label"/></xsl:when>
		<xsl:otherwise>
			<fo:basic-link internal-destination="{@linkend}" xsl:use-attribute-sets="link"><xsl:value-of select="$label"/></fo:basic-link>
		</xsl:otherwise>
	</xsl:choose>
	<xsl:if test="@begin">
		<xsl:value-of select="concat(', ', @begin)"/>
		<xsl:if test="@end"><xsl:value-of select="concat('–', @end)"/></xsl:if>
	</xsl:if>
	<xsl:text>]</xsl:text>
</xsl:template>

<!-- Between books: to where a database says; within this one as any reference. -->
<xsl:template match="db:olink">
	<xsl:param name="quiet"/>
	<xsl:variable name="here" select="not(@targetdoc) or @targetdoc = $h:olink-name or $olink.targets = ''"/>
	<xsl:variable name="address"><xsl:call-template name="h:olink-address"/></xsl:variable>
	<xsl:choose>
		<xsl:when test="$quiet and node()"><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:when>
		<xsl:when test="$here and key('h:id', @targetptr) and node()">
			<fo:basic-link internal-destination="{@targetptr}" xsl:use-attribute-sets="link"><xsl:apply-templates/></fo:basic-link>
		</xsl:when>
		<xsl:when test="$here and key('h:id', @targetptr)">
			<xsl:call-template name="reference"><xsl:with-param name="ref" select="string(@targetptr)"/></xsl:call-template>
		</xsl:when>
		<xsl:when test="$address != ''">
			<fo:basic-link external-destination="url('{$address}')" xsl:use-attribute-sets="link">
				<xsl:apply-templates/>
				<xsl:if test="not(node())"><xsl:call-template name="h:olink-text"/></xsl:if>
			</fo:basic-link>
		</xsl:when>
		<xsl:otherwise>
			<xsl:if test="not($quiet)"><xsl:call-template name="h:olink-unknown"/></xsl:if>
			<xsl:apply-templates/>
			<xsl:if test="not(node())"><xsl:value-of select="normalize-space(concat(@targetdoc, ' ', @targetptr))"/></xsl:if>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Terms link to the glossary. -->
<xsl:template match="db:glossterm|db:firstterm" priority="1">
	<xsl:param name="quiet"/>
	<xsl:variable name="id"><xsl:if test="not($quiet) and not(parent::db:glossentry)"><xsl:call-template name="h:gloss-id"/></xsl:if></xsl:variable>
	<fo:inline>
		<xsl:if test="self::db:firstterm"><xsl:attribute name="font-style">italic</xsl:attribute></xsl:if>
		<xsl:if test="not($quiet)"><xsl:apply-templates select="@xml:id" mode="att"/></xsl:if>
		<xsl:apply-templates select="@xml:lang" mode="att"/>
		<xsl:choose>
			<xsl:when test="@xlink:href and not($quiet)">
				<xsl:call-template name="linked"><xsl:with-param name="content"><xsl:apply-templates/></xsl:with-param></xsl:call-template>
			</xsl:when>
			<xsl:when test="$id != '' and not(ancestor::db:glossentry[@xml:id = $id])">
				<fo:basic-link internal-destination="{$id}"><xsl:apply-templates/></fo:basic-link>
			</xsl:when>
			<xsl:otherwise><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:otherwise>
		</xsl:choose>
	</fo:inline>
</xsl:template>

</xsl:stylesheet>
