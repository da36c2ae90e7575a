<?xml version="1.0" encoding="UTF-8"?>
<!--
  back.xsl - glossary, bibliography, index
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common"
  exclude-result-prefixes="db h f exsl">

  <!-- ==== glossary ==== -->
  <xsl:template match="db:glossary" mode="h:body"><xsl:call-template name="h:heading"/><xsl:call-template name="h:glossary"/></xsl:template>
  <xsl:template match="db:glossary" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:glossary"/></xsl:template>
  <xsl:template match="db:glossdiv" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:glossary"/></xsl:template>
  <xsl:template name="h:glossary">
    <xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
    <xsl:call-template name="h:info"/>
    <xsl:apply-templates select="node()[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:info or self::db:glossentry)]"/>
    <xsl:if test="db:glossentry">
      <dl class="glossary">
        <xsl:for-each select="db:glossentry">
          <xsl:sort select="f:sort-key(string((@sortas|db:glossterm)[1]), $lang)"/>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>
  <xsl:template match="db:glossentry">
    <dt>
      <xsl:call-template name="h:common"/>
      <xsl:if test="not(@xml:id)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
      <dfn><xsl:apply-templates select="db:glossterm/node()"/></dfn>
      <xsl:for-each select="db:acronym|db:abbrev"><xsl:text> (</xsl:text><xsl:apply-templates/>)</xsl:for-each>
      <xsl:apply-templates select="db:indexterm"/>
    </dt>
    <xsl:for-each select="db:glossdef"><dd><xsl:call-template name="h:common"/><xsl:apply-templates/></dd></xsl:for-each>
    <xsl:for-each select="db:glosssee"><dd><xsl:call-template name="h:see-entry"><xsl:with-param name="k" select="'glosssee'"/></xsl:call-template></dd></xsl:for-each>
  </xsl:template>
  <xsl:template match="db:glossseealso"><p class="seealso"><xsl:call-template name="h:see-entry"><xsl:with-param name="k" select="'glossseealso'"/></xsl:call-template></p></xsl:template>
  <xsl:template name="h:see-entry">
    <xsl:param name="k"/>
    <xsl:variable name="target" select="key('h:id', @otherterm)[1]"/>
    <xsl:call-template name="h:text"><xsl:with-param name="k" select="$k"/></xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="$target"><a><xsl:attribute name="href"><xsl:for-each select="$target"><xsl:call-template name="h:href"/></xsl:for-each></xsl:attribute><xsl:apply-templates select="$target" mode="h:title"/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== bibliography ==== -->
  <xsl:template match="db:bibliography|db:bibliodiv|db:bibliolist" mode="h:body"><xsl:call-template name="h:heading"/><xsl:call-template name="h:bibliography"/></xsl:template>
  <xsl:template match="db:bibliography|db:bibliodiv" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:bibliography"/></xsl:template>
  <xsl:template match="db:bibliolist"><div><xsl:call-template name="h:common"><xsl:with-param name="class" select="'bibliolist'"/></xsl:call-template><xsl:call-template name="h:block-title"/><xsl:call-template name="h:bibliography"/></div></xsl:template>
  <xsl:template name="h:bibliography">
    <xsl:call-template name="h:info"/>
    <xsl:apply-templates select="node()[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:info or self::db:biblioentry or self::db:bibliomixed)]"/>
    <xsl:if test="db:biblioentry|db:bibliomixed"><ul class="bibliography"><xsl:apply-templates select="db:biblioentry|db:bibliomixed"/></ul></xsl:if>
  </xsl:template>
  <xsl:template match="db:biblioentry|db:bibliomixed">
    <xsl:variable name="label"><xsl:choose><xsl:when test="@xreflabel"><xsl:value-of select="@xreflabel"/></xsl:when><xsl:when test="db:abbrev"><xsl:value-of select="db:abbrev"/></xsl:when><xsl:otherwise><xsl:apply-templates select="." mode="h:label"/></xsl:otherwise></xsl:choose></xsl:variable>
    <li>
      <xsl:call-template name="h:common"/>
      <xsl:if test="not(@xml:id)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
      <xsl:if test="$label != ''"><span class="label">[<xsl:value-of select="$label"/>]</span><xsl:text> </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="self::db:bibliomixed"><xsl:apply-templates select="node()[not(self::db:abbrev)]"/></xsl:when>
        <xsl:otherwise><xsl:for-each select="*[not(self::db:abbrev)]"><xsl:call-template name="h:bib-part"/><xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if></xsl:for-each></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>
  <xsl:template name="h:bib-part">
    <span class="{local-name()}">
      <xsl:choose>
        <xsl:when test="self::db:title or self::db:citetitle"><cite><xsl:apply-templates/></cite></xsl:when>
        <xsl:when test="self::db:authorgroup"><xsl:call-template name="h:people"><xsl:with-param name="people" select="*"/></xsl:call-template></xsl:when>
        <xsl:when test="self::db:author or self::db:editor or self::db:collab or self::db:othercredit or self::db:personname"><xsl:call-template name="h:person"/></xsl:when>
        <xsl:when test="self::db:copyright"><xsl:call-template name="h:copyright"/></xsl:when>
        <xsl:when test="self::db:pubdate or self::db:date"><xsl:call-template name="h:date"/></xsl:when>
        <xsl:when test="self::db:biblioset or self::db:publisher or self::db:bibliomset or self::db:info"><xsl:for-each select="*"><xsl:call-template name="h:bib-part"/><xsl:text> </xsl:text></xsl:for-each></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="node()"/></xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:if test="not(parent::db:bibliomixed or self::db:biblioset or self::db:publisher or self::db:bibliomset)">.</xsl:if>
  </xsl:template>
  <xsl:template match="db:bibliomixed/db:subtitle|db:bibliomset/db:subtitle|db:biblioentry/db:subtitle"><span class="subtitle"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="db:bibliomixed//db:authorgroup"><xsl:call-template name="h:people"><xsl:with-param name="people" select="*"/></xsl:call-template></xsl:template>
  <xsl:template match="db:bibliomixed/db:title|db:bibliomset/db:title"><cite><xsl:apply-templates/></cite></xsl:template>

  <!-- ==== index ==== -->
  <xsl:template match="db:index|db:setindex" mode="h:body"><xsl:call-template name="h:heading"/><xsl:call-template name="h:index-lists"/></xsl:template>
  <xsl:template match="db:index|db:setindex|db:indexdiv" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:index-lists"/></xsl:template>
  <xsl:template name="h:index-lists">
    <xsl:apply-templates select="node()[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:info)]"/>
    <xsl:if test="not(db:indexentry or db:indexdiv or self::db:indexdiv)">
      <xsl:variable name="tree"><xsl:call-template name="h:index"/></xsl:variable>
      <div class="index-letters">
        <xsl:for-each select="exsl:node-set($tree)/h:letter">
          <div class="letter"><h2><xsl:value-of select="@t"/></h2><ul><xsl:apply-templates select="h:entry" mode="h:index"/></ul></div>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>
  <xsl:template match="h:entry" mode="h:index">
    <li>
      <span class="term"><xsl:copy-of select="h:term/@xml:lang[. != $h:book-lang]"/><xsl:apply-templates select="h:term/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></span>
      <xsl:for-each select="h:ref">
        <xsl:text>, </xsl:text>
        <xsl:variable name="i" select="@i"/>
        <xsl:variable name="preferred" select="@preferred"/>
        <xsl:for-each select="$h:book"><xsl:for-each select="key('h:mark', $i)"><a><xsl:if test="$preferred"><xsl:attribute name="class">preferred</xsl:attribute></xsl:if><xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute><xsl:call-template name="h:mark-place"/></a></xsl:for-each></xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="h:see"><xsl:text> </xsl:text><i><xsl:call-template name="h:text"><xsl:with-param name="k" select="'see'"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></i><xsl:text> </xsl:text><xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:for-each>
      <xsl:for-each select="h:seealso"><xsl:text> </xsl:text><i><xsl:call-template name="h:text"><xsl:with-param name="k" select="'seealso'"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></i><xsl:text> </xsl:text><xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:for-each>
      <xsl:if test="h:entry"><ul><xsl:apply-templates select="h:entry" mode="h:index"/></ul></xsl:if>
    </li>
  </xsl:template>
  <xsl:key name="h:mark" match="db:indexterm" use="generate-id()"/>
  <!-- What a link in the index says: the number or the title of the section. -->
  <xsl:template name="h:mark-place">
    <xsl:variable name="section" select="ancestor::*[db:title or db:info/db:title or self::db:glossary or self::db:bibliography][self::db:section or self::db:sect1 or self::db:sect2 or self::db:sect3
      or self::db:chapter or self::db:appendix or self::db:preface or self::db:colophon or self::db:glossary or self::db:bibliography or self::db:article or self::db:refentry or self::db:part or self::db:book][1]"/>
    <xsl:variable name="label"><xsl:apply-templates select="$section" mode="h:label"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
      <xsl:when test="$section"><xsl:apply-templates select="$section" mode="h:plain-title"/></xsl:when>
      <xsl:otherwise>·</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:indexentry"><div class="indexentry"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="db:primaryie|db:secondaryie|db:tertiaryie|db:seeie|db:seealsoie"><p class="{local-name()}"><xsl:apply-templates/></p></xsl:template>
</xsl:stylesheet>
