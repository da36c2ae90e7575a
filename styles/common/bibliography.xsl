<?xml version="1.0" encoding="UTF-8"?>
<!--
  bibliography.xsl - labels of bibliography entries and the parts of an entry in order

  The label is the author's abbrev (or xreflabel); else, by bibliography.style, a number in
  order of appearance ("numbered") or "Surname year" ("author-date", entries then sorted).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:exsl="http://exslt.org/common" extension-element-prefixes="func"
	exclude-result-prefixes="db h f exsl">

<xsl:param name="bibliography.style">numbered</xsl:param>
<!-- Files, relative to the book, that entries without content and <bibliography role="auto"/> are
     filled from, by the program. -->
<xsl:param name="bibliography.collection"/>

<xsl:variable name="h:biblio-tree">
	<xsl:for-each select="//db:bibliography|//db:bibliolist[not(ancestor::db:bibliography)]">
		<xsl:for-each select=".//db:biblioentry|.//db:bibliomixed">
			<h:n i="{generate-id()}" l="{position()}"/>
		</xsl:for-each>
	</xsl:for-each>
</xsl:variable>
<xsl:variable name="h:biblio" select="exsl:node-set($h:biblio-tree)"/>

<xsl:template match="db:biblioentry|db:bibliomixed" mode="h:label">
	<xsl:variable name="abbrev" select="*[1][self::db:abbrev]"/>
	<xsl:choose>
		<xsl:when test="@xreflabel"><xsl:value-of select="@xreflabel"/></xsl:when>
		<xsl:when test="$abbrev"><xsl:value-of select="normalize-space($abbrev)"/></xsl:when>
		<xsl:when test="$bibliography.style = 'author-date'">
			<xsl:variable name="who" select="(.//db:author|.//db:editor)[1]"/>
			<xsl:value-of select="normalize-space(($who//db:surname|$who//db:orgname|.//db:orgname|.//db:title)[1])"/>
			<xsl:variable name="when" select="(.//db:pubdate|.//db:date|.//db:copyright/db:year)[1]"/>
			<xsl:if test="$when"><xsl:value-of select="concat(' ', substring(normalize-space($when), 1, 4))"/></xsl:if>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="i" select="generate-id()"/>
			<xsl:call-template name="h:digits">
				<xsl:with-param name="n"><xsl:for-each select="$h:biblio"><xsl:value-of select="key('h:n', $i)[1]/@l"/></xsl:for-each></xsl:with-param>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The entry that a <citation> names, by its id or its abbrev. -->
<xsl:key name="h:abbrev" match="db:biblioentry[db:abbrev]|db:bibliomixed[db:abbrev]" use="normalize-space(db:abbrev)"/>
<func:function name="f:cited">
	<xsl:param name="citation"/>
	<xsl:variable name="name" select="normalize-space($citation)"/>
	<func:result select="(key('h:abbrev', $name)|key('h:id', $name)[self::db:biblioentry or self::db:bibliomixed])[not($citation/*)][1]"/>
</func:function>

<!-- What author-date entries are sorted by: who, when, what. -->
<func:function name="f:biblio-sort">
	<xsl:param name="entry"/>
	<xsl:variable name="who" select="($entry//db:author|$entry//db:editor)[1]"/>
	<func:result select="concat(($who//db:surname|$who//db:orgname|$entry//db:orgname)[1], ' ',
		($entry//db:pubdate|$entry//db:date|$entry//db:copyright/db:year)[1], ' ', $entry//db:title[1])"/>
</func:function>

</xsl:stylesheet>
