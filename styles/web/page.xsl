<?xml version="1.0" encoding="UTF-8"?>
<!--
  page.xsl - the frame of a page: head, way up, contents, neighbours

  Landmarks: header, nav (the book), main, nav (on this page), footer.  The order in the file
  is the order in which it is read; the style sheet places the columns.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common"
  exclude-result-prefixes="db h f exsl">

  <!-- What has no title is called by its kind. -->
  <xsl:template name="h:name">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="h:plain-title"/></xsl:variable>
    <xsl:value-of select="$title"/>
    <xsl:if test="$title = ''"><xsl:value-of select="local-name()"/></xsl:if>
  </xsl:template>
  <xsl:variable name="h:book-title"><xsl:for-each select="/*"><xsl:call-template name="h:name"/></xsl:for-each></xsl:variable>
  <xsl:variable name="h:canonical"><xsl:value-of select="$canonical"/><xsl:if test="$canonical != '' and substring($canonical, string-length($canonical)) != '/'">/</xsl:if></xsl:variable>

  <!-- The words of the pages, in the book's language. -->
  <xsl:template name="h:ui">
    <xsl:param name="k"/>
    <xsl:call-template name="h:text"><xsl:with-param name="k" select="concat('ui.', $k)"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="h:page">
    <xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
    <xsl:variable name="here" select="f:chunk(generate-id())"/>
    <h:page file="{$here/@file}" title="{$here/@title}" lang="{$lang}" id="{@xml:id}" depth="{$here/@depth}" label="{$here/@label}" kind="{local-name()}">
      <xsl:if test="$single = 1">
        <!-- where it begins in the whole, and with which heading -->
        <xsl:attribute name="place"><xsl:choose><xsl:when test="parent::*"><xsl:call-template name="h:id"/></xsl:when><xsl:otherwise>handbook-text</xsl:otherwise></xsl:choose></xsl:attribute>
        <xsl:attribute name="level"><xsl:call-template name="h:whole-level"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="h:html"><xsl:with-param name="here" select="$here"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
    </h:page>
  </xsl:template>

  <!-- The frame, with the text of the page; of the whole book without. -->
  <xsl:template name="h:html">
    <xsl:param name="here" select="/.."/>
    <xsl:param name="whole"/>
    <xsl:param name="lang"><xsl:call-template name="h:lang"/></xsl:param>
      <html lang="{$lang}">
        <xsl:attribute name="itemscope"/>
        <xsl:attribute name="itemtype">
          <xsl:text>https://schema.org/</xsl:text>
          <xsl:choose><xsl:when test="parent::*">Chapter</xsl:when><xsl:otherwise>Book</xsl:otherwise></xsl:choose>
        </xsl:attribute>
        <xsl:call-template name="h:direction"><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
        <xsl:call-template name="h:head">
          <xsl:with-param name="here" select="$here"/>
          <xsl:with-param name="whole" select="$whole"/>
        </xsl:call-template>
        <body>
          <xsl:if test="$whole"><xsl:attribute name="class">single</xsl:attribute></xsl:if>
          <xsl:copy-of select="exsl:node-set($h:script-words)/h:words/@*"/>
          <a class="skip" href="#handbook-text"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'skip'"/></xsl:call-template></a>
          <xsl:call-template name="h:top"><xsl:with-param name="here" select="$here"/><xsl:with-param name="whole" select="$whole"/></xsl:call-template>
          <div class="columns">
            <xsl:call-template name="h:book-nav"><xsl:with-param name="here" select="$here"/><xsl:with-param name="whole" select="$whole"/></xsl:call-template>
            <main id="handbook-text" tabindex="-1">
              <article>
                <xsl:if test="not($whole)">
                  <xsl:apply-templates select="." mode="h:body"/>
                  <xsl:call-template name="h:footnotes"/>
                  <xsl:call-template name="h:definitions"/>
                  <xsl:call-template name="h:cite"/>
                </xsl:if>
              </article>
              <xsl:if test="not($whole)">
                <xsl:call-template name="h:neighbours"><xsl:with-param name="here" select="$here"/></xsl:call-template>
              </xsl:if>
            </main>
            <xsl:if test="not($whole)"><xsl:call-template name="h:on-page"/></xsl:if>
          </div>
          <xsl:call-template name="h:bottom"><xsl:with-param name="whole" select="$whole"/></xsl:call-template>
        </body>
      </html>
  </xsl:template>

  <!-- What the script says, in the book's language: the same on all pages, made once. -->
  <xsl:variable name="h:script-words"><h:words><xsl:call-template name="h:words"/></h:words></xsl:variable>
  <xsl:template name="h:words">
    <xsl:attribute name="data-word-search"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'search'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-results"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'results'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-theme"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'theme'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-copy"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'copy'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-copied"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'copied'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-more"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'more'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-close"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'close'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-nothing"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'nothing'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-permalink"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'permalink'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-enlarge"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'enlarge'"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="data-word-picture"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'picture'"/></xsl:call-template></xsl:attribute>
  </xsl:template>

  <!-- How to cite this page: title, edition, what it is, the printed page, its address. -->
  <xsl:template name="h:cite">
    <p class="cite">
      <strong><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'cite'"/></xsl:call-template></strong>
      <xsl:text> </xsl:text>
      <span class="citation">
        <cite><xsl:value-of select="$h:book-title"/></cite>
        <xsl:for-each select="/*/db:info/db:edition"><xsl:value-of select="concat(', ', normalize-space(.))"/></xsl:for-each>
        <xsl:if test="parent::*">
          <xsl:text>, </xsl:text>
          <xsl:variable name="label"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable>
          <xsl:if test="$label != ''"><xsl:value-of select="concat($label, ' ')"/></xsl:if>
          <xsl:apply-templates select="." mode="h:plain-title"/>
        </xsl:if>
        <xsl:if test="@xml:id and parent::*">
          <h:pdf-page of="{@xml:id}" before=", "><xsl:attribute name="text"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'pdf-page'"/></xsl:call-template></xsl:attribute></h:pdf-page>
        </xsl:if>
        <xsl:text>. </xsl:text>
        <span class="address"><xsl:value-of select="$h:canonical"/><xsl:call-template name="h:file"/></span>
      </span>
      <xsl:text> </xsl:text>
      <button type="button" class="copy" disabled="disabled"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'copy'"/></xsl:call-template></button>
    </p>
  </xsl:template>

  <!-- Definitions of the terms that this page uses: the script opens them where they are used. -->
  <xsl:template name="h:definitions">
    <xsl:variable name="terms">
      <xsl:for-each select="*">
        <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
        <xsl:if test="$file = ''"><xsl:apply-templates select="descendant::*[self::db:glossterm[not(ancestor::db:glossentry)] or self::db:firstterm]" mode="h:terms"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($terms)/h:term[not(@i = preceding-sibling::h:term/@i)]">
      <xsl:variable name="i" select="@i"/>
      <xsl:for-each select="$h:book"><xsl:for-each select="key('h:entry', $i)">
        <div class="definition" popover="auto" id="def-{$i}">
          <xsl:attribute name="data-for"><xsl:call-template name="h:href"/></xsl:attribute>
          <p class="title"><a><xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute><xsl:apply-templates select="db:glossterm/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></a></p>
          <xsl:for-each select="db:glossdef"><xsl:call-template name="h:definition"/></xsl:for-each>
          <xsl:for-each select="db:glosssee"><p><xsl:call-template name="h:see-entry"><xsl:with-param name="k" select="'gloss.see'"/></xsl:call-template></p></xsl:for-each>
        </div>
      </xsl:for-each></xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:key name="h:entry" match="db:glossentry" use="generate-id()"/>
  <xsl:template match="db:glossterm|db:firstterm" mode="h:terms">
    <xsl:variable name="id"><xsl:call-template name="h:gloss-id"/></xsl:variable>
    <xsl:for-each select="(key('h:id', $id)|key('h:gloss', translate(normalize-space((@baseform|self::*[not(@baseform)])[1]), $h:upper, $h:lower)))[self::db:glossentry][1]"><h:term i="{generate-id()}"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="h:direction">
    <xsl:param name="lang"/>
    <xsl:variable name="is"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:variable>
    <xsl:if test="$is = 1"><xsl:attribute name="dir">rtl</xsl:attribute></xsl:if>
    <xsl:variable name="around"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="ancestor::*[@xml:lang][1]/@xml:lang"/></xsl:call-template></xsl:variable>
    <xsl:if test="$is != 1 and ($around = 1 or $h:direction = 'rtl')"><xsl:attribute name="dir">ltr</xsl:attribute></xsl:if>
  </xsl:template>

  <!-- Of what is said here of an element elsewhere that runs the other way. -->
  <xsl:template name="h:way-of">
    <xsl:param name="target"/>
    <xsl:variable name="own"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="$target/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/></xsl:call-template></xsl:variable>
    <xsl:variable name="here"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/></xsl:call-template></xsl:variable>
    <xsl:if test="$own != $here">
      <xsl:attribute name="dir"><xsl:choose><xsl:when test="$own = 1">rtl</xsl:when><xsl:otherwise>ltr</xsl:otherwise></xsl:choose></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="h:head">
    <xsl:param name="here"/>
    <xsl:param name="whole"/>
    <xsl:variable name="title"><xsl:call-template name="h:name"/></xsl:variable>
    <xsl:variable name="address"><xsl:value-of select="$h:canonical"/><xsl:choose><xsl:when test="$whole">single.html</xsl:when><xsl:otherwise><xsl:value-of select="$here/@file"/></xsl:otherwise></xsl:choose></xsl:variable>
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>
        <xsl:value-of select="$title"/>
        <xsl:if test="parent::*"><xsl:value-of select="concat(' – ', $h:book-title)"/></xsl:if>
      </title>
      <xsl:call-template name="h:meta"><xsl:with-param name="name" select="$title"/><xsl:with-param name="address" select="$address"/></xsl:call-template>
      <link rel="icon" type="image/svg+xml" href="assets/icon.svg"/>
      <script src="assets/theme.js"></script>
      <link rel="stylesheet" href="assets/fonts.css"/>
      <link rel="stylesheet" href="assets/handbook.css"/>
      <xsl:if test="$here">
        <xsl:variable name="before" select="$here/preceding-sibling::h:chunk[1]"/>
        <xsl:variable name="after" select="$here/following-sibling::h:chunk[1]"/>
        <xsl:if test="$before"><link rel="prev" href="{$before/@file}"/></xsl:if>
        <xsl:if test="$after"><link rel="next" href="{$after/@file}"/></xsl:if>
      </xsl:if>
      <xsl:if test="$canonical != ''">
        <link rel="canonical" href="{$address}"/>
      </xsl:if>
      <script src="assets/handbook.js" defer="defer"></script>
      <xsl:if test="not($whole)"><script src="assets/find.js" defer="defer"></script></xsl:if>
    </head>
  </xsl:template>

  <!-- What is said of the book is the same on all pages: made once. -->
  <xsl:variable name="h:book-meta">
    <xsl:variable name="info" select="/*/db:info"/>
    <xsl:for-each select="$info/db:author|$info/db:authorgroup/db:author">
      <xsl:variable name="person"><xsl:call-template name="h:person"/></xsl:variable>
      <xsl:if test="normalize-space($person) != ''">
        <meta name="DC.creator" content="{normalize-space($person)}"/>
        <meta itemprop="author" content="{normalize-space($person)}"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="$info/db:publisher/db:publishername"><meta name="DC.publisher" content="{normalize-space()}"/></xsl:for-each>
    <xsl:for-each select="$info/db:copyright[1]"><meta name="DC.rights"><xsl:attribute name="content"><xsl:variable name="text"><xsl:call-template name="h:copyright"/></xsl:variable><xsl:value-of select="normalize-space($text)"/></xsl:attribute></meta></xsl:for-each>
    <xsl:for-each select="$info/db:biblioid[1]"><meta name="DC.identifier" content="{normalize-space()}"/></xsl:for-each>
    <xsl:for-each select="$info/db:pubdate[1]"><meta name="DC.date" content="{normalize-space()}"/><meta itemprop="datePublished" content="{normalize-space()}"/></xsl:for-each>
    <xsl:for-each select="$info/db:keywordset[1]"><meta name="keywords"><xsl:attribute name="content"><xsl:for-each select="db:keyword"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="normalize-space()"/></xsl:for-each></xsl:attribute></meta></xsl:for-each>
    <xsl:for-each select="$info/db:meta[@name]"><meta name="{@name}" content="{normalize-space(concat(@content, ' ', .))}"/></xsl:for-each>
  </xsl:variable>

  <!-- Dublin Core, schema.org as microdata (a script would break the policy), Open Graph. -->
  <xsl:template name="h:meta">
    <xsl:param name="name"/>
    <xsl:param name="address"/>
    <meta name="DC.title" content="{$name}"/>
    <meta name="DC.language" content="{$h:book-lang}"/>
    <xsl:copy-of select="$h:book-meta"/>
    <xsl:if test="parent::*"><meta name="DC.relation.isPartOf" content="{$h:book-title}"/><meta itemprop="isPartOf" content="{$h:book-title}"/></xsl:if>
    <xsl:variable name="about">
      <xsl:choose>
        <xsl:when test="db:info/db:abstract"><xsl:apply-templates select="db:info/db:abstract[1]/*[not(self::db:title)][1]/node()" mode="h:plain"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="(db:para|db:simpara)[1]/node()" mode="h:plain"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="description" select="normalize-space($about)"/>
    <xsl:if test="$description != ''">
      <xsl:variable name="short"><xsl:value-of select="substring($description, 1, 200)"/><xsl:if test="string-length($description) &gt; 200">…</xsl:if></xsl:variable>
      <meta name="description" content="{$short}"/>
      <meta property="og:description" content="{$short}"/>
    </xsl:if>
    <meta itemprop="name" content="{$name}"/>
    <meta itemprop="inLanguage" content="{$h:book-lang}"/>
    <meta property="og:type" content="{substring('bookarticle', 1 + 4 * boolean(parent::*), 4 + 3 * boolean(parent::*))}"/>
    <meta property="og:title" content="{$name}"/>
    <meta property="og:site_name" content="{$h:book-title}"/>
    <meta property="og:locale" content="{translate($h:book-lang, '-', '_')}"/>
    <xsl:if test="$canonical != ''"><meta property="og:url" content="{$address}"/></xsl:if>
  </xsl:template>

  <!-- ==== above and below ==== -->
  <!-- The script shows its buttons; their places are kept from the start. -->
  <xsl:template name="h:top">
    <xsl:param name="here"/>
    <xsl:param name="whole"/>
    <header class="top">
      <button type="button" class="contents" popovertarget="handbook-contents"><xsl:call-template name="h:contents-word"/></button>
      <a class="book" href="index.html"><xsl:value-of select="$h:book-title"/></a>
      <div class="tools">
        <xsl:if test="not($whole)"><button type="button" class="search" disabled="disabled"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'search'"/></xsl:call-template></button></xsl:if>
        <button type="button" class="theme" disabled="disabled"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'theme'"/></xsl:call-template></button>
      </div>
    </header>
    <xsl:if test="$here/@up != ''">
      <nav class="crumbs">
        <xsl:attribute name="aria-label"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'way'"/></xsl:call-template></xsl:attribute>
        <ol>
          <xsl:call-template name="h:crumb"><xsl:with-param name="i" select="$here/@up"/></xsl:call-template>
          <li aria-current="page"><xsl:value-of select="$here/@title[not(../@short)]|$here/@short"/></li>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template name="h:contents-word"><xsl:call-template name="h:text"><xsl:with-param name="k" select="'toc'"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></xsl:template>

  <xsl:template name="h:crumb">
    <xsl:param name="i"/>
    <xsl:for-each select="$h:chunk-list">
      <xsl:variable name="c" select="key('h:chunk', $i)"/>
      <xsl:if test="$c/@up != ''">
        <xsl:call-template name="h:crumb"><xsl:with-param name="i" select="$c/@up"/></xsl:call-template>
        <li><xsl:copy-of select="$c/@xml:lang[. != $h:book-lang]"/><a href="{$c/@file}"><xsl:value-of select="$c/@title[not(../@short)]|$c/@short"/></a></li>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="h:neighbours">
    <xsl:param name="here"/>
    <xsl:variable name="before" select="$here/preceding-sibling::h:chunk[1]"/>
    <xsl:variable name="after" select="$here/following-sibling::h:chunk[1]"/>
    <xsl:if test="$before or $after">
    <nav class="neighbours">
      <xsl:attribute name="aria-label"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'neighbours'"/></xsl:call-template></xsl:attribute>
      <xsl:if test="$before">
        <a rel="prev" href="{$before/@file}"><span><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'previous'"/></xsl:call-template></span><xsl:text> </xsl:text><xsl:call-template name="h:neighbour"><xsl:with-param name="to" select="$before"/></xsl:call-template></a>
      </xsl:if>
      <xsl:if test="$after">
        <a rel="next" href="{$after/@file}"><span><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'next'"/></xsl:call-template></span><xsl:text> </xsl:text><xsl:call-template name="h:neighbour"><xsl:with-param name="to" select="$after"/></xsl:call-template></a>
      </xsl:if>
    </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template name="h:neighbour">
    <xsl:param name="to"/>
    <xsl:if test="$to/@label != ''"><xsl:value-of select="concat($to/@label, ' ')"/></xsl:if>
    <xsl:value-of select="$to/@title"/>
  </xsl:template>

  <xsl:template name="h:bottom">
    <xsl:param name="whole"/>
    <footer class="bottom">
      <p>
        <xsl:value-of select="$h:book-title"/>
        <xsl:for-each select="/*/db:info/db:edition"><xsl:value-of select="concat(' · ', normalize-space(.))"/></xsl:for-each>
        <xsl:for-each select="/*/db:info/db:pubdate"><xsl:text> · </xsl:text><xsl:call-template name="h:date"/></xsl:for-each>
      </p>
      <p>
        <xsl:choose>
          <xsl:when test="$whole"><a href="index.html"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'pages'"/></xsl:call-template></a></xsl:when>
          <xsl:otherwise><a href="single.html"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'single'"/></xsl:call-template></a></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$pdf != ''"><xsl:text> · </xsl:text><a href="{$pdf}">PDF</a></xsl:if>
      </p>
    </footer>
  </xsl:template>
</xsl:stylesheet>
