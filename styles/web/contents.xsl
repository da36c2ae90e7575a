<?xml version="1.0" encoding="UTF-8"?>
<!--
  contents.xsl - what stands beside the text: the contents of the book, what is on this page
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common"
  exclude-result-prefixes="db h f exsl">

  <!-- The book's chapters; below the current one its sections.  On the single page all of them. -->
  <xsl:template name="h:book-nav">
    <xsl:param name="here"/>
    <xsl:param name="whole"/>
    <nav class="book" id="handbook-contents" popover="auto">
      <xsl:attribute name="aria-label"><xsl:call-template name="h:contents-word"/></xsl:attribute>
      <ul>
        <xsl:variable name="root" select="$h:chunk-list/h:chunk[1]"/>
        <li><a><xsl:attribute name="href"><xsl:choose><xsl:when test="$whole">#handbook-text</xsl:when><xsl:otherwise>index.html</xsl:otherwise></xsl:choose></xsl:attribute><xsl:if test="$here/@up = ''"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:value-of select="$root/@title[not(../@short)]|$root/@short"/></a></li>
        <xsl:choose>
          <xsl:when test="$whole"><xsl:apply-templates select="*" mode="h:place-of"/></xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="$root">
              <xsl:call-template name="h:nav-items">
                <xsl:with-param name="here" select="$here"/>
                <xsl:with-param name="path" select="f:path($here)"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </ul>
    </nav>
  </xsl:template>

  <!-- Where on the single page a component stands; sections of the first level only. -->
  <xsl:template match="*" mode="h:place-of"/>
  <xsl:template match="db:part|db:reference|db:chapter|db:appendix|db:preface|db:article|db:glossary|db:bibliography
    |db:index|db:setindex|db:colophon|db:dedication|db:acknowledgements|db:refentry|db:topic|db:book|db:set
    |db:section[not(parent::db:section)]|db:sect1" mode="h:place-of">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
    <xsl:variable name="below"><xsl:apply-templates select="*" mode="h:place-of"/></xsl:variable>
    <li>
      <xsl:copy-of select="@xml:lang"/>
      <a>
        <xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute>
        <xsl:if test="$label != ''"><span class="n"><xsl:value-of select="$label"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:variable name="short" select="(db:titleabbrev|db:info/db:titleabbrev)[1]"/>
        <xsl:choose>
          <xsl:when test="$short"><xsl:variable name="text"><xsl:apply-templates select="$short/node()" mode="h:plain"/></xsl:variable><xsl:value-of select="normalize-space($text)"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="h:name"/></xsl:otherwise>
        </xsl:choose>
      </a>
      <xsl:if test="string($below) != ''"><ul><xsl:copy-of select="$below"/></ul></xsl:if>
    </li>
  </xsl:template>

  <xsl:key name="h:below" match="h:chunk" use="@up"/>
  <xsl:key name="h:below-near" match="h:chunk" use="concat(@up, ' ', @n)"/>
  <xsl:key name="h:item" match="h:item" use="@i"/>

  <!-- Off the current way all pages show the same: made once, copied. -->
  <xsl:variable name="h:nav-tree">
    <xsl:for-each select="$h:chunk-list/h:chunk"><h:item i="{@i}"><xsl:call-template name="h:nav-item"/></h:item></xsl:for-each>
  </xsl:variable>
  <xsl:variable name="h:nav-list" select="exsl:node-set($h:nav-tree)"/>

  <!-- What is below a page; of very many those near the current one.  The one on the way to it is
       opened. -->
  <xsl:template name="h:nav-items">
    <xsl:param name="here"/>
    <xsl:param name="path" select="/.."/>
    <xsl:variable name="i" select="@i"/>
    <xsl:variable name="at" select="number(concat('0', $path[@up = $i]/@n))"/>
    <xsl:variable name="many" select="key('h:below-near', concat($i, ' 4'))"/>
    <xsl:variable name="below" select="key('h:below', $i)[not($many)]|key('h:below-near', concat($i, ' ', $at - 1))[$many]
      |key('h:below-near', concat($i, ' ', $at))[$many]|key('h:below-near', concat($i, ' ', $at + 1))[$many]"/>
    <xsl:variable name="way" select="$path[@up = $i]"/>
    <xsl:choose>
      <xsl:when test="not($here)"><xsl:for-each select="$below"><xsl:call-template name="h:nav-item"/></xsl:for-each></xsl:when>
      <xsl:when test="not($way)"><xsl:call-template name="h:nav-copies"><xsl:with-param name="of" select="$below"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="h:nav-copies"><xsl:with-param name="of" select="$below[@p &lt; $way/@p]"/></xsl:call-template>
        <xsl:for-each select="$way"><xsl:call-template name="h:nav-item"><xsl:with-param name="here" select="$here"/><xsl:with-param name="path" select="$path"/></xsl:call-template></xsl:for-each>
        <xsl:call-template name="h:nav-copies"><xsl:with-param name="of" select="$below[@p &gt; $way/@p]"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="h:nav-copies">
    <xsl:param name="of"/>
    <xsl:for-each select="$h:nav-list"><xsl:copy-of select="key('h:item', $of/@i)/node()"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="h:nav-item">
    <xsl:param name="here" select="/.."/>
    <xsl:param name="path" select="/.."/>
    <li>
      <xsl:copy-of select="@xml:lang[. != $h:book-lang]"/>
      <a href="{@file}">
        <xsl:if test="@i = $here/@i"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:if test="@label != ''"><span class="n"><xsl:value-of select="@label"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="@title[not(../@short)]|@short"/>
      </a>
      <xsl:if test="key('h:below-near', concat(@i, ' 0')) and ($here or @kind = 'part' or @kind = 'book' or @kind = 'reference')">
        <ul><xsl:call-template name="h:nav-items"><xsl:with-param name="here" select="$here"/><xsl:with-param name="path" select="$path"/></xsl:call-template></ul>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- Sections that stand on this page. -->
  <xsl:template name="h:on-page">
    <xsl:variable name="inner" select="db:section|db:sect1|db:sect2|db:sect3|db:refsection|db:simplesect"/>
    <xsl:variable name="sections">
      <xsl:for-each select="$inner">
        <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
        <xsl:if test="$file = ''">
          <li><a><xsl:attribute name="href">#<xsl:call-template name="h:id"/></xsl:attribute><xsl:apply-templates select="." mode="h:plain-title"/></a></li>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="string($sections) != ''">
      <nav class="page">
        <xsl:attribute name="aria-label"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'on-page'"/></xsl:call-template></xsl:attribute>
        <p><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'on-page'"/></xsl:call-template></p>
        <ul><xsl:copy-of select="$sections"/></ul>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
