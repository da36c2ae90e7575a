<?xml version="1.0" encoding="UTF-8"?>
<!--
  chunk.xsl - which element becomes a page, what the page is called, where an id is found

  One walk lists the pages in reading order; neighbours, ways up, addresses and the navigation
  come from that list, so that nothing searches the book again.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
  xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="db h f exsl">

  <xsl:key name="h:chunk" match="h:chunk" use="@i"/>

  <!-- <?dbhtml stop-chunking?>: what is below an element stays on its page -->
  <xsl:variable name="h:said-of-pages" select="/descendant::processing-instruction()[contains(., 'filename=') or contains(., 'stop-chunking')]"/>
  <xsl:variable name="h:stops" select="boolean($h:said-of-pages[contains(., 'stop-chunking')])"/>

  <!-- ==== may the context node be a page where its parent is one? "1" or nothing ==== -->
  <!-- What the list of pages has: all that is not there stands on the page of what holds it. -->
  <xsl:template name="h:makes-page">
    <xsl:choose>
      <xsl:when test="not(parent::*)">1</xsl:when>
      <xsl:when test="self::db:section or self::db:sect1 or self::db:sect2 or self::db:sect3">
        <xsl:variable name="depth" select="count(ancestor-or-self::db:section|ancestor-or-self::db:sect1
          |ancestor-or-self::db:sect2|ancestor-or-self::db:sect3)"/>
        <xsl:if test="$depth &lt;= $chunk.depth and (ancestor::db:chapter or ancestor::db:appendix
          or ancestor::db:article) and not(ancestor::db:preface)
          and not($h:stops and ancestor::*[processing-instruction('dbhtml')[contains(., 'stop-chunking')]])">1</xsl:if>
      </xsl:when>
      <xsl:when test="self::db:glossary or self::db:bibliography or self::db:index or self::db:setindex or self::db:appendix">
        <xsl:if test="parent::db:book or parent::db:part or parent::db:set">1</xsl:if>
      </xsl:when>
      <xsl:when test="self::db:book or self::db:part or self::db:reference or self::db:chapter
        or self::db:set or self::db:preface or self::db:article">1</xsl:when>
      <xsl:when test="self::db:colophon or self::db:dedication or self::db:acknowledgements"><xsl:if test="not(parent::db:article)">1</xsl:if></xsl:when>
      <xsl:when test="self::db:refentry or self::db:topic">1</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- What may be one; others, paragraphs and the like, are not asked. -->
  <xsl:variable name="h:page-names" select="' set book part reference chapter appendix preface article glossary bibliography index setindex
    colophon dedication acknowledgements section sect1 sect2 sect3 refentry topic '"/>

  <!-- ==== names of files ==== -->
  <!-- <?dbhtml filename="setup.html"?>, where no other page is called so.  (No key: each would be
       made for every book.) -->
  <xsl:variable name="h:said-names" select="boolean($h:said-of-pages[(name() = 'dbhtml' or name() = 'db') and contains(., 'filename=')])"/>
  <xsl:template name="h:said-file">
    <xsl:variable name="said" select="f:said(processing-instruction()[name() = 'dbhtml' or name() = 'db'], 'filename')"/>
    <xsl:variable name="stem" select="substring-before(concat(substring-after(concat('/', $said), '/'), '.'), '.')"/>
    <xsl:if test="$stem != '' and $stem != 'index' and $stem != 'single' and not(contains($said, '/'))
      and not(contains(' part- chapter- section- appendix- article- preface- reference- refentry- book- ', concat(' ', translate($stem, '0123456789', ''), ' '))) and h:file-stem($stem, '') = $stem
      and count($h:said-of-pages[f:said(., 'filename') = $said]) = 1 and not(key('h:same-name', translate($stem, $h:upper, $h:lower))[count(.|current()) = 2])">
      <xsl:value-of select="concat($stem, '.html')"/>
    </xsl:if>
  </xsl:template>
  <xsl:key name="h:same-name" match="*[@xml:id]" use="translate(@xml:id, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
  <xsl:template name="h:name-file">
    <xsl:choose>
      <xsl:when test="$h:said-names and parent::*">
        <xsl:variable name="said"><xsl:call-template name="h:said-file"/></xsl:variable>
        <xsl:value-of select="$said"/>
        <xsl:if test="$said = ''"><xsl:call-template name="h:usual-file"/></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="h:usual-file"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="h:usual-file">
    <xsl:choose>
      <xsl:when test="not(parent::*)">index.html</xsl:when>
      <xsl:when test="@xml:id = 'index' or @xml:id = 'single'"><xsl:value-of select="concat('book-', @xml:id, '.html')"/></xsl:when>
      <xsl:when test="@xml:id and count(key('h:id', @xml:id)[1]|.) = 1">
        <!-- two names that differ in capitals are one on many disks -->
        <xsl:variable name="twin" select="(@xml:id != translate(@xml:id, $h:upper, $h:lower) and
          key('h:same-name', translate(@xml:id, $h:upper, $h:lower))[2])
          or (starts-with(@xml:id, 'book-') and key('h:id', substring(@xml:id, 6))[@xml:id = 'index' or @xml:id = 'single'])"/>
        <xsl:value-of select="concat(h:file-stem(@xml:id, substring('1', 1, number($twin))), '.html')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="way">
          <xsl:for-each select="ancestor-or-self::*[parent::*]">
            <xsl:if test="position() &gt; 1">-</xsl:if>
            <xsl:variable name="name" select="local-name()"/>
            <xsl:value-of select="concat($name, 1 + count(preceding-sibling::*[local-name() = $name]))"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:value-of select="concat(h:file-stem($way, substring('1', 1, count(key('h:same-name', $way)[1]))), '.html')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== the list of pages ==== -->
  <xsl:variable name="h:chunk-tree"><xsl:apply-templates select="/*" mode="h:chunks"/></xsl:variable>
  <xsl:variable name="h:chunk-list" select="exsl:node-set($h:chunk-tree)"/>

  <xsl:template match="*" mode="h:chunks">
    <xsl:param name="up"/>
    <xsl:param name="depth" select="0"/>
    <xsl:variable name="is"><xsl:call-template name="h:makes-page"/></xsl:variable>
    <xsl:if test="$is = 1">
      <xsl:variable name="file"><xsl:call-template name="h:name-file"/></xsl:variable>
      <xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
      <h:chunk i="{generate-id()}" up="{$up}" p="{position()}" n="{floor((position() - 1) div 50)}" depth="{$depth}" file="{$file}" label="{$label}" kind="{local-name()}">
        <xsl:attribute name="title"><xsl:call-template name="h:name"/></xsl:attribute>
        <xsl:if test="db:titleabbrev|db:info/db:titleabbrev">
          <xsl:attribute name="short"><xsl:variable name="text"><xsl:apply-templates select="(db:titleabbrev|db:info/db:titleabbrev)[1]/node()" mode="h:plain"/></xsl:variable><xsl:value-of select="normalize-space($text)"/></xsl:attribute>
        </xsl:if>
        <xsl:attribute name="full"><xsl:call-template name="h:heading-label"/></xsl:attribute>
        <xsl:copy-of select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
      </h:chunk>
      <xsl:apply-templates select="*[contains($h:page-names, concat(' ', local-name(), ' '))]" mode="h:chunks">
        <xsl:with-param name="up" select="generate-id()"/>
        <xsl:with-param name="depth" select="$depth + 1"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <!-- The pages themselves, in the same order. -->
  <xsl:template match="*" mode="h:pages">
    <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
    <xsl:if test="$file != ''">
      <xsl:call-template name="h:page"/>
      <xsl:apply-templates select="*[contains($h:page-names, concat(' ', local-name(), ' '))]" mode="h:pages"/>
    </xsl:if>
  </xsl:template>

  <!-- ==== addresses ==== -->
  <!-- The file of the page that the context node is; nothing for what is none. -->
  <xsl:template name="h:file">
    <xsl:variable name="i" select="generate-id()"/>
    <xsl:for-each select="$h:chunk-list"><xsl:value-of select="key('h:chunk', $i)/@file"/></xsl:for-each>
  </xsl:template>

  <!-- The page on which the context node stands. -->
  <xsl:template name="h:page-of">
    <xsl:for-each select="ancestor-or-self::*[contains($h:page-names, concat(' ', local-name(), ' ')) or not(parent::*)][1]">
      <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
      <xsl:value-of select="$file"/>
      <xsl:if test="$file = ''"><xsl:for-each select=".."><xsl:call-template name="h:page-of"/></xsl:for-each></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The address of the context node for a link from anywhere. -->
  <xsl:template name="h:href">
    <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
    <xsl:value-of select="$file"/>
    <xsl:if test="$file = ''">
      <xsl:call-template name="h:page-of"/>
      <xsl:text>#</xsl:text>
      <xsl:call-template name="h:id"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
