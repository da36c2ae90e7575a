<?xml version="1.0" encoding="UTF-8"?>
<!--
  targets.xsl - what other books may refer to: the database that the format "targets" writes

  One document with everything that has an id: its kind, number, title and what a cross
  reference says.  The vocabulary is that of the DocBook stylesheets' olink databases, so that
  theirs can be read (common/olink.xsl) and ours by them.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt" exclude-result-prefixes="db h">

<xsl:import href="common/base.xsl"/>
<xsl:import href="common/language.xsl"/>
<xsl:import href="common/labels.xsl"/>
<xsl:import href="common/titles.xsl"/>
<xsl:import href="common/xref.xsl"/>
<xsl:import href="common/glossary.xsl"/>
<xsl:import href="common/bibliography.xsl"/>
<xsl:import href="common/tables.xsl"/>
<xsl:import href="common/index.xsl"/>
<xsl:import href="common/olink.xsl"/>

<xsl:param name="stem"/>                             <!-- of the book's file -->
<xsl:variable name="h:pages" select="0"/>

<xsl:output method="xml" encoding="UTF-8" indent="no"/>

<xsl:template match="/">
	<targetset><document targetdoc="{$h:olink-name}" baseuri="{$stem}.pdf"><xsl:apply-templates select="*" mode="target"/></document></targetset>
</xsl:template>

<xsl:template match="text()|comment()|processing-instruction()" mode="target"/>
<xsl:template match="*" mode="target">
	<xsl:choose>
		<xsl:when test="@xml:id or not(parent::*)">
			<xsl:variable name="title"><xsl:apply-templates select="." mode="h:plain-title"/></xsl:variable>
			<xsl:variable name="words"><xsl:call-template name="h:xref-text"/></xsl:variable>
			<div element="{local-name()}" href="#{@xml:id}">
				<xsl:if test="@xml:id"><xsl:attribute name="targetptr"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
				<xsl:attribute name="number"><xsl:apply-templates select="." mode="h:label"/></xsl:attribute>
				<ttl><xsl:value-of select="$title"/></ttl>
				<xreftext><xsl:value-of select="normalize-space($words)"/></xreftext>
				<xsl:apply-templates select="*" mode="target"/>
			</div>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates select="*" mode="target"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Within titles: their text. -->
<xsl:template match="*"><xsl:apply-templates/></xsl:template>
<xsl:template match="db:indexterm|db:footnote|db:remark|db:info"/>

</xsl:stylesheet>
