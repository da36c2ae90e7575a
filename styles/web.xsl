<?xml version="1.0" encoding="UTF-8"?>
<!--
  web.xsl - DocBook 5 to the pages of the HTML edition

  The result is one tree, <h:site>, of <h:page file="…"> with an html element in each and
  <h:asset> for every picture; the program writes the files.  With single=1 there is <h:whole>
  besides, a page with an empty article: the program puts the text of all pages into it, of each
  where <h:part> stands for it in another.  Labels, titles, cross references
  and generated text are those of the printed book (common/).

  Nothing here writes a style or a script into a page: a strict Content-Security-Policy holds.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:exsl="http://exslt.org/common"
  exclude-result-prefixes="db h exsl">

  <xsl:import href="common/base.xsl"/>
  <xsl:import href="common/language.xsl"/>
  <xsl:import href="common/labels.xsl"/>
  <xsl:import href="common/titles.xsl"/>
  <xsl:import href="common/xref.xsl"/>
  <xsl:import href="common/olink.xsl"/>
  <xsl:import href="common/index.xsl"/>
  <xsl:import href="common/glossary.xsl"/>
  <xsl:import href="common/bibliography.xsl"/>
  <xsl:import href="common/tables.xsl"/>
  <xsl:import href="web/names.xsl"/>
  <xsl:include href="web/chunk.xsl"/>
  <xsl:include href="web/page.xsl"/>
  <xsl:include href="web/contents.xsl"/>
  <xsl:include href="web/components.xsl"/>
  <xsl:include href="web/blocks.xsl"/>
  <xsl:include href="common/inlines.xsl"/>
  <xsl:include href="common/synopses.xsl"/>
  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="web/lists.xsl"/>
  <xsl:include href="web/tables.xsl"/>
  <xsl:include href="web/media.xsl"/>
  <xsl:include href="web/inlines.xsl"/>
  <xsl:include href="web/back.xsl"/>

  <xsl:param name="single">0</xsl:param>        <!-- 1: the whole book on one page besides -->
  <xsl:param name="chunk.depth">1</xsl:param>   <!-- levels of sections with pages of their own -->
  <xsl:param name="edition"/>
  <xsl:param name="pdf"/>                       <!-- address of the PDF from a page; the program gives it where it makes one -->
  <xsl:param name="canonical"/>                 <!-- address under which the edition is published -->

  <xsl:variable name="h:pages" select="0"/>     <!-- cross references name no page numbers -->
  <xsl:template match="*" mode="h:xref-page"/>

  <xsl:template match="/">
    <h:site xmlns:h="urn:handbook:xslt" lang="{$h:book-lang}" canonical="{$h:canonical}" pdf="{$pdf}" identifier="{normalize-space(/*/db:info/db:biblioid[1])}"
      publisher="{normalize-space(/*/db:info/db:publisher/db:publishername)}">
      <xsl:attribute name="title"><xsl:value-of select="$h:book-title"/></xsl:attribute>
      <xsl:attribute name="creator"><xsl:for-each select="/*/db:info/db:author|/*/db:info/db:authorgroup/db:author"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="h:person"/></xsl:for-each></xsl:attribute>
      <xsl:attribute name="date"><xsl:value-of select="normalize-space(/*/db:info/db:pubdate)"/></xsl:attribute>
      <xsl:apply-templates select="/*" mode="h:pages"/>
      <xsl:if test="$single = 1">
        <h:whole file="single.html"><xsl:for-each select="/*"><xsl:call-template name="h:html"><xsl:with-param name="whole" select="1"/></xsl:call-template></xsl:for-each></h:whole>
      </xsl:if>
      <xsl:apply-templates select="//db:imagedata|//db:videodata|//db:audiodata|//db:textdata" mode="h:assets"/>
    </h:site>
  </xsl:template>
</xsl:stylesheet>
