<?xml version="1.0" encoding="UTF-8"?>
<!--
  back.xsl - glossary, bibliography, index
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="str db h f exsl">

  <!-- ==== glossary ==== -->
  <xsl:template match="db:glossary" mode="h:body"><xsl:call-template name="h:heading"/><xsl:call-template name="h:glossary"/></xsl:template>
  <xsl:template match="db:glossary" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:glossary"/></xsl:template>
  <xsl:template match="db:glossdiv" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:glossary"/></xsl:template>
  <xsl:template name="h:glossary">
    <xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
    <xsl:call-template name="h:info"/>
    <xsl:apply-templates select="node()[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:info or self::db:glossentry or self::db:glossdiv)]"/>
    <xsl:if test="db:glossentry">
      <dl class="glossary">
        <xsl:choose>
          <xsl:when test="$glossary.sort = 1">
            <xsl:apply-templates select="db:glossentry">
              <xsl:sort select="f:index-key(f:gloss-sort(.), $lang)"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="db:glossentry"/></xsl:otherwise>
        </xsl:choose>
      </dl>
    </xsl:if>
    <xsl:apply-templates select="db:glossdiv"/>
  </xsl:template>
  <xsl:template match="db:glossentry">
    <dt>
      <xsl:call-template name="h:common"/>
      <xsl:if test="not(@xml:id)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
      <dfn><xsl:for-each select="db:glossterm"><xsl:call-template name="h:common"/><xsl:apply-templates/></xsl:for-each></dfn>
      <xsl:for-each select="db:acronym|db:abbrev"><xsl:text> (</xsl:text><xsl:apply-templates/>)</xsl:for-each>
      <xsl:apply-templates select="db:indexterm"/>
      <xsl:call-template name="h:permalink"/>
    </dt>
    <xsl:for-each select="db:glossdef"><dd><xsl:call-template name="h:common"/><xsl:call-template name="h:definition"/></dd></xsl:for-each>
    <xsl:for-each select="db:glosssee"><dd><p class="seealso"><xsl:call-template name="h:see-entry"><xsl:with-param name="k" select="'gloss.see'"/></xsl:call-template><xsl:call-template name="h:see-word"><xsl:with-param name="k" select="'gloss.see'"/><xsl:with-param name="side" select="'after'"/></xsl:call-template></p></dd></xsl:for-each>
    <xsl:for-each select="db:revhistory"><dd><xsl:apply-templates select="."/></dd></xsl:for-each>
  </xsl:template>
  <xsl:template name="h:definition">
    <xsl:apply-templates select="node()[not(self::db:glossseealso)]"/>
    <xsl:if test="db:glossseealso">
      <p class="seealso">
        <xsl:for-each select="db:glossseealso">
          <xsl:choose>
            <xsl:when test="position() = 1"><xsl:call-template name="h:see-entry"><xsl:with-param name="k" select="'gloss.seealso'"/></xsl:call-template></xsl:when>
            <xsl:otherwise><xsl:call-template name="h:see-entry"/></xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="h:separator"/>
        </xsl:for-each>
        <xsl:call-template name="h:see-word"><xsl:with-param name="k" select="'gloss.seealso'"/><xsl:with-param name="side" select="'after'"/></xsl:call-template>
      </p>
    </xsl:if>
  </xsl:template>
  <xsl:template name="h:see-word">
    <xsl:param name="k"/>
    <xsl:param name="side" select="'before'"/>
    <xsl:param name="lang" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
    <xsl:variable name="word"><xsl:call-template name="h:see"><xsl:with-param name="k" select="$k"/><xsl:with-param name="side" select="$side"/><xsl:with-param name="lang" select="string($lang)"/></xsl:call-template></xsl:variable>
    <xsl:if test="$word != ''"><i><xsl:value-of select="$word"/></i></xsl:if>
  </xsl:template>
  <!-- "See also" and the entry that is named: its term where the author wrote none. -->
  <xsl:template name="h:see-entry">
    <xsl:param name="k"/>
    <xsl:variable name="id"><xsl:choose><xsl:when test="@otherterm"><xsl:value-of select="@otherterm"/></xsl:when><xsl:otherwise><xsl:call-template name="h:gloss-id"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="target" select="(key('h:id', $id)|key('h:gloss', translate(normalize-space(.), $h:upper, $h:lower))[not(current()/@otherterm)])[1]"/>
    <xsl:if test="$k"><xsl:call-template name="h:see-word"><xsl:with-param name="k" select="$k"/></xsl:call-template></xsl:if>
    <xsl:choose>
      <xsl:when test="$target">
        <a>
          <xsl:attribute name="href"><xsl:for-each select="$target"><xsl:call-template name="h:href"/></xsl:for-each></xsl:attribute>
          <xsl:choose><xsl:when test="node()"><xsl:apply-templates/></xsl:when><xsl:otherwise><xsl:apply-templates select="$target" mode="h:title"/></xsl:otherwise></xsl:choose>
        </a>
      </xsl:when>
      <xsl:when test="node()"><xsl:apply-templates/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('[?', @otherterm, ']')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== bibliography ==== -->
  <xsl:template match="db:bibliography|db:bibliodiv|db:bibliolist" mode="h:body"><xsl:call-template name="h:heading"/><xsl:call-template name="h:bibliography"/></xsl:template>
  <xsl:template match="db:bibliography|db:bibliodiv" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:bibliography"/></xsl:template>
  <xsl:template match="db:bibliolist"><div><xsl:call-template name="h:common"><xsl:with-param name="class" select="'bibliolist'"/></xsl:call-template><xsl:call-template name="h:block-title"/><xsl:call-template name="h:bibliography"/></div></xsl:template>
  <xsl:template name="h:bibliography">
    <xsl:call-template name="h:info"/>
    <xsl:apply-templates select="node()[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:info or self::db:biblioentry or self::db:bibliomixed or self::db:bibliodiv)]"/>
    <xsl:if test="db:biblioentry|db:bibliomixed">
      <ul class="bibliography">
        <xsl:choose>
          <xsl:when test="$bibliography.style = 'author-date'">
            <xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
            <xsl:apply-templates select="db:biblioentry|db:bibliomixed"><xsl:sort select="f:index-key(f:biblio-sort(.), $lang)"/></xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="db:biblioentry|db:bibliomixed"/></xsl:otherwise>
        </xsl:choose>
      </ul>
    </xsl:if>
    <xsl:apply-templates select="db:bibliodiv"/>
  </xsl:template>
  <xsl:template match="db:biblioentry|db:bibliomixed">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
    <li>
      <xsl:call-template name="h:common"/>
      <xsl:if test="not(@xml:id)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
      <xsl:if test="$label != ''"><span class="label">[<xsl:value-of select="$label"/>]</span><xsl:text> </xsl:text></xsl:if>
      <div class="entry">
        <xsl:choose>
          <xsl:when test="self::db:bibliomixed"><xsl:apply-templates select="node()[not(self::db:abbrev[not(preceding-sibling::*)])]" mode="h:biblio"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="h:biblio-parts"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="h:permalink"/>
      </div>
    </li>
  </xsl:template>

  <!-- The entry in its line, then what is said of it. -->
  <xsl:template name="h:biblio-parts">
    <xsl:call-template name="h:biblio-line"/>
    <xsl:for-each select=".//db:personblurb"><div class="credit"><xsl:call-template name="h:block-title"/><xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/></div></xsl:for-each>
    <xsl:apply-templates select="db:abstract|db:annotation|db:legalnotice|db:authorgroup/db:indexterm|db:indexterm"/>
  </xsl:template>

  <xsl:template match="db:title" mode="h:biblio">
    <cite>
      <xsl:if test="parent::*/@relation = 'article'"><xsl:attribute name="class">article</xsl:attribute></xsl:if>
      <xsl:call-template name="h:linked"/>
      <xsl:for-each select="../db:subtitle[parent::db:biblioentry or parent::db:biblioset]"><xsl:call-template name="h:text"><xsl:with-param name="k" select="'colon'"/></xsl:call-template><xsl:apply-templates/></xsl:for-each>
    </cite>
  </xsl:template>
  <xsl:template match="db:subtitle" mode="h:biblio"><cite><xsl:apply-templates/></cite></xsl:template>
  <xsl:template match="db:abstract|db:annotation|db:legalnotice|db:extendedlink" mode="h:biblio"/>
  <xsl:template match="db:bibliomixed//db:annotation" mode="h:biblio" priority="1"><xsl:text> </xsl:text><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="db:keywordset|db:subjectset" mode="h:biblio">
    <xsl:for-each select=".//db:keyword|.//db:subjectterm"><xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if><xsl:apply-templates/></xsl:for-each>
  </xsl:template>

  <!-- ==== index ==== -->
  <xsl:template match="db:index|db:setindex" mode="h:body"><xsl:call-template name="h:heading"/><xsl:call-template name="h:index-lists"/></xsl:template>
  <xsl:template match="db:index|db:setindex|db:indexdiv" mode="h:inner"><xsl:call-template name="h:heading"/><xsl:call-template name="h:index-lists"/></xsl:template>
  <xsl:template name="h:index-lists">
    <xsl:call-template name="h:block-info"/>
    <xsl:apply-templates select="node()[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:info)]"/>
    <xsl:if test="not(db:indexentry or db:indexdiv or db:segmentedlist or self::db:indexdiv)">
      <xsl:variable name="tree"><xsl:call-template name="h:index"/></xsl:variable>
      <xsl:variable name="letters" select="exsl:node-set($tree)/h:letter"/>
      <xsl:variable name="id"><xsl:call-template name="h:id"/></xsl:variable>
      <xsl:if test="count($letters) &gt; 4">
        <p class="letters"><xsl:for-each select="$letters"><a href="#{$id}-{position()}"><xsl:value-of select="@t"/></a><xsl:text> </xsl:text></xsl:for-each></p>
      </xsl:if>
      <div class="index-letters">
        <xsl:for-each select="$letters">
          <div class="letter"><p class="letter-name" id="{$id}-{position()}"><xsl:value-of select="@t"/></p><ul><xsl:apply-templates select="h:entry" mode="h:index"/></ul></div>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>
  <xsl:template match="h:entry" mode="h:index">
    <li>
      <span class="term"><xsl:for-each select="h:term/@xml:lang[. != $h:book-lang]"><xsl:attribute name="lang"><xsl:value-of select="."/></xsl:attribute></xsl:for-each><xsl:apply-templates select="h:term/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></span>
      <xsl:for-each select="h:ref">
        <xsl:call-template name="h:text"><xsl:with-param name="k" select="'comma'"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template>
        <xsl:variable name="i" select="@i"/>
        <xsl:variable name="preferred" select="@preferred"/>
        <xsl:for-each select="$h:book"><xsl:for-each select="key('h:mark', $i)"><a><xsl:if test="$preferred"><xsl:attribute name="class">preferred</xsl:attribute></xsl:if><xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute><xsl:call-template name="h:mark-place"/></a></xsl:for-each></xsl:for-each>
      </xsl:for-each>
      <xsl:apply-templates select="h:see|h:seealso" mode="h:index"/>
      <xsl:if test="h:entry"><ul><xsl:apply-templates select="h:entry" mode="h:index"/></ul></xsl:if>
    </li>
  </xsl:template>
  <!-- Each begins with a comma, those after the first of their kind with a semicolon. -->
  <xsl:template match="h:see|h:seealso" mode="h:index">
    <xsl:variable name="same" select="../*[local-name() = local-name(current())]"/>
    <xsl:variable name="first" select="generate-id() = generate-id($same[1])"/>
    <xsl:call-template name="h:text"><xsl:with-param name="k"><xsl:choose><xsl:when test="$first">comma</xsl:when><xsl:otherwise>semicolon</xsl:otherwise></xsl:choose></xsl:with-param><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template>
    <xsl:if test="$first"><xsl:call-template name="h:see-word"><xsl:with-param name="k" select="local-name()"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></xsl:if>
    <xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
    <xsl:if test="generate-id() = generate-id($same[last()])"><xsl:call-template name="h:see-word"><xsl:with-param name="k" select="local-name()"/><xsl:with-param name="lang" select="$h:book-lang"/><xsl:with-param name="side" select="'after'"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:key name="h:mark" match="db:indexterm" use="generate-id()"/>
  <!-- What a link in the index says: the number or the title of the section. -->
  <xsl:template name="h:mark-place">
    <xsl:variable name="section" select="ancestor-or-self::*[contains(' section sect1 sect2 sect3 chapter appendix preface colophon glossary bibliography
      article refentry part book ', concat(' ', local-name(), ' '))][h:title(.) or self::db:glossary or self::db:bibliography][1]"/>
    <xsl:variable name="label"><xsl:apply-templates select="$section" mode="h:label"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
      <xsl:when test="$section"><xsl:apply-templates select="$section" mode="h:plain-title"/></xsl:when>
      <xsl:otherwise>·</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:indexentry"><div class="indexentry"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="db:primaryie|db:secondaryie|db:tertiaryie|db:seeie|db:seealsoie"><p class="{local-name()}">
    <xsl:variable name="k" select="substring-before(local-name(), 'ie')"/>
    <xsl:variable name="names" select="self::db:seeie or self::db:seealsoie"/>
    <xsl:if test="$names"><xsl:call-template name="h:see-word"><xsl:with-param name="k" select="$k"/></xsl:call-template></xsl:if>
    <xsl:call-template name="h:linked"/>
    <xsl:if test="$names"><xsl:call-template name="h:see-word"><xsl:with-param name="k" select="$k"/><xsl:with-param name="side" select="'after'"/></xsl:call-template></xsl:if>
    <!-- where it is said -->
    <xsl:for-each select="str:tokenize(@linkends, ' ')">
      <xsl:variable name="id" select="string(.)"/>
      <xsl:for-each select="$h:book"><xsl:for-each select="key('h:id', $id)[1]"><xsl:text>, </xsl:text><a><xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute><xsl:call-template name="h:mark-place"/></a></xsl:for-each></xsl:for-each>
    </xsl:for-each>
  </p></xsl:template>
</xsl:stylesheet>
