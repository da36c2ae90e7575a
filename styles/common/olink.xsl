<?xml version="1.0" encoding="UTF-8"?>
<!--
  olink.xsl - references to other books: where they lead and what they say

  The parameter olink.targets, "guide.targets other.targets", names databases, relative to the book,
  made by the format "targets" or by the DocBook stylesheets.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:str="http://exslt.org/strings" exclude-result-prefixes="db h str">

<xsl:param name="olink.targets"/>
<xsl:param name="olink.name"/>                       <!-- what others call this book; else its id -->

<xsl:variable name="h:olink-name">
	<xsl:choose>
		<xsl:when test="$olink.name != ''"><xsl:value-of select="$olink.name"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="/*/@xml:id"/></xsl:otherwise>
	</xsl:choose>
</xsl:variable>

<xsl:key name="h:target" match="*[@targetptr]" use="concat(ancestor::*[@targetdoc][1]/@targetdoc, ' ', @targetptr)"/>
<xsl:key name="h:target-doc" match="*[@targetdoc]" use="@targetdoc"/>

<!-- Where an olink leads, "" nobody knows: an address. -->
<xsl:template name="h:olink-address">
	<xsl:variable name="doc" select="string(@targetdoc)"/>
	<xsl:variable name="ptr" select="string(@targetptr)"/>
	<xsl:if test="$olink.targets != ''">
		<xsl:for-each select="document(str:tokenize($olink.targets, ' '), $h:book)">
			<xsl:for-each select="key('h:target', concat($doc, ' ', $ptr))[$ptr != '']|key('h:target-doc', $doc)[$ptr = '']">
				<xsl:value-of select="concat(ancestor-or-self::*[@targetdoc][1]/@baseuri, self::*[@targetptr]/@href)"/>
			</xsl:for-each>
		</xsl:for-each>
	</xsl:if>
</xsl:template>

<!-- What it says without words of its own: the reference, then the book. -->
<xsl:template name="h:olink-text">
	<xsl:variable name="doc" select="string(@targetdoc)"/>
	<xsl:variable name="ptr" select="string(@targetptr)"/>
	<xsl:for-each select="document(str:tokenize($olink.targets, ' '), $h:book)">
		<xsl:for-each select="key('h:target', concat($doc, ' ', $ptr))[$ptr != '']">
			<xsl:value-of select="(*[local-name() = 'xreftext']|*[local-name() = 'ttl'])[normalize-space()][last()]"/>
			<xsl:text>, </xsl:text>
		</xsl:for-each>
		<xsl:value-of select="normalize-space(key('h:target-doc', $doc)/*[1]/*[local-name() = 'ttl'])"/>
	</xsl:for-each>
</xsl:template>

<xsl:template name="h:olink-unknown">
	<xsl:message>
		<xsl:value-of select="concat('olink to &quot;', @targetptr, '&quot; of the book &quot;', @targetdoc, '&quot;: ')"/>
		<xsl:choose>
			<xsl:when test="$olink.targets = ''">no database of other books is named; --param olink.targets=FILE does</xsl:when>
			<xsl:otherwise><xsl:value-of select="concat($olink.targets, ' has no such target')"/></xsl:otherwise>
		</xsl:choose>
	</xsl:message>
</xsl:template>

</xsl:stylesheet>
