<?xml version="1.0" encoding="UTF-8"?>
<!--
  components.xsl - what a page is made of: the book's opening, parts, chapters, sections

  mode="h:body" writes a component as the page that it is (h1 first).  The default mode writes
  one that stands inside a page: as a section with a heading of its depth.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" exclude-result-prefixes="db h f">

  <!-- Attributes that any element may carry: its id, language and direction. -->
  <xsl:template name="h:common">
    <xsl:param name="class"/>
    <xsl:param name="quiet"/>
    <xsl:variable name="classes" select="normalize-space(concat($class, ' ', translate(@role, '.:', '--')))"/>
    <xsl:if test="$classes != ''"><xsl:attribute name="class"><xsl:value-of select="$classes"/></xsl:attribute></xsl:if>
    <xsl:if test="@xml:id and not($quiet)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
    <xsl:if test="@xml:lang or @dir"><xsl:call-template name="h:lang-attributes"/></xsl:if>
  </xsl:template>

  <xsl:template name="h:lang-attributes">
    <xsl:if test="@xml:lang and parent::*">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:call-template name="h:direction"><xsl:with-param name="lang" select="@xml:lang"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@dir = 'rtl' or @dir = 'ltr'"><xsl:attribute name="dir"><xsl:value-of select="@dir"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- The root's title is the first heading: 1 where h:level does not count the root. -->
  <xsl:variable name="h:root-level"><xsl:for-each select="/*/*[1]"><xsl:call-template name="h:level"/></xsl:for-each></xsl:variable>
  <xsl:variable name="h:above-root" select="number($h:root-level = 1)"/>

  <!-- Heading level of the context component on the page of the whole, and on its own. -->
  <xsl:template name="h:whole-level">
    <xsl:variable name="level"><xsl:call-template name="h:level"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="parent::*"><xsl:value-of select="$level + $h:above-root"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="h:heading-level">
    <xsl:choose>
      <xsl:when test="not(parent::*)">1</xsl:when>
      <xsl:otherwise>
        <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
        <xsl:choose>
          <xsl:when test="$file != ''">1</xsl:when>
          <xsl:otherwise>
            <xsl:variable name="up"><xsl:for-each select=".."><xsl:call-template name="h:heading-level"/></xsl:for-each></xsl:variable>
            <xsl:choose>
              <xsl:when test="parent::db:info"><xsl:value-of select="$up"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="$up + 1"/></xsl:otherwise>
            </xsl:choose>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Chapter 3"; sections by their number alone, as in print. -->
  <xsl:template name="h:heading-label">
    <xsl:choose>
      <xsl:when test="self::db:section or self::db:sect1 or self::db:sect2 or self::db:sect3 or self::db:sect4 or self::db:sect5"><xsl:apply-templates select="." mode="h:label"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="h:full-label"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The heading of the context component. -->
  <xsl:template name="h:heading">
    <xsl:variable name="level"><xsl:call-template name="h:heading-level"/></xsl:variable>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="$level &gt; 6">h6</xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('h', $level)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="label"><xsl:call-template name="h:heading-label"/></xsl:variable>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:if test="$label != ''">
        <span class="label"><xsl:value-of select="$label"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
      <xsl:if test="@xml:id">
        <h:pdf-page of="{@xml:id}"><xsl:attribute name="text"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'pdf-page'"/></xsl:call-template></xsl:attribute></h:pdf-page>
      </xsl:if>
      <xsl:call-template name="h:permalink"/>
    </xsl:element>
    <xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]">
      <p class="subtitle"><xsl:apply-templates/></p>
    </xsl:for-each>
  </xsl:template>

  <!-- A quiet link of a thing to itself; only ids that the author gave last. -->
  <xsl:template name="h:permalink">
    <xsl:if test="@xml:id">
      <a class="permalink">
        <xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute>
        <xsl:attribute name="aria-label">
          <xsl:call-template name="h:ui"><xsl:with-param name="k" select="'permalink'"/></xsl:call-template>
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="self::db:bibliomixed[not(db:title)]"><xsl:apply-templates select="." mode="h:label"/></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="." mode="h:plain-title"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:text>¶</xsl:text>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- ==== components as pages ==== -->
  <xsl:template match="*" mode="h:body">
    <xsl:call-template name="h:heading"/>
    <xsl:call-template name="h:info"/>
    <xsl:call-template name="h:content"/>
  </xsl:template>

  <!-- The children that stand on this page, then links to those that do not. -->
  <xsl:template name="h:content">
    <xsl:apply-templates select="node()[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:info)]" mode="h:place"/>
    <xsl:variable name="i" select="generate-id()"/>
    <!-- <?dbhtml toc="0"?>; the root's is the way into the book -->
    <xsl:variable name="toc" select="not(parent::*) or f:wants-toc(., 'dbhtml')"/>
    <xsl:for-each select="$h:chunk-list">
      <xsl:variable name="below" select="key('h:below', $i)"/>
      <xsl:if test="$below and $toc">
        <nav class="below">
          <xsl:attribute name="aria-label"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'below'"/></xsl:call-template></xsl:attribute>
          <ol><xsl:for-each select="$below"><xsl:call-template name="h:below-item"/></xsl:for-each></ol>
        </nav>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="h:below-item">
    <li>
      <xsl:copy-of select="@xml:lang[. != $h:book-lang]"/>
      <a href="{@file}">
        <xsl:if test="@full != ''"><span class="label"><xsl:value-of select="@full"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="@title"/>
      </a>
      <xsl:if test="@kind = 'part' or @kind = 'reference' or @kind = 'book'">
        <ol><xsl:for-each select="key('h:below', @i)"><xsl:call-template name="h:below-item"/></xsl:for-each></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="node()" mode="h:place"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="db:part|db:reference|db:chapter|db:appendix|db:preface|db:article|db:glossary|db:bibliography
    |db:index|db:colophon|db:dedication|db:acknowledgements|db:section|db:sect1|db:sect2|db:sect3|db:refentry|db:topic
    |db:book|db:set|db:setindex|db:sect4|db:sect5" mode="h:place">
    <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$file = ''"><xsl:apply-templates select="."/></xsl:when>
      <xsl:when test="$single = 1"><h:part file="{$file}"><section><xsl:call-template name="h:section-attributes"/></section></h:part></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A root that is no component, a table or a list: the page holds it alone. -->
  <xsl:template match="/*" mode="h:body" priority="-0.4"><h1 class="unseen"><xsl:call-template name="h:name"/></h1><xsl:apply-templates select="."/></xsl:template>

  <!-- The title page of the whole. -->
  <xsl:template match="/db:set|/db:book|/db:part|/db:article|/db:chapter|/db:appendix|/db:preface|/db:reference|/db:section
    |/db:sect1|/db:topic|/db:refentry" mode="h:body">
    <header class="title-page">
      <h1>
        <xsl:variable name="label"><xsl:call-template name="h:heading-label"/></xsl:variable>
        <xsl:if test="$label != ''"><span class="label"><xsl:value-of select="$label"/></span><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="h:title"/>
      </h1>
      <xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]"><p class="subtitle"><xsl:apply-templates/></p></xsl:for-each>
      <xsl:call-template name="h:info"/>
    </header>
    <xsl:call-template name="h:content"/>
  </xsl:template>

  <!-- ==== components inside a page ==== -->
  <xsl:template match="db:part|db:reference|db:chapter|db:appendix|db:preface|db:article|db:colophon|db:dedication
    |db:acknowledgements|db:section|db:sect1|db:sect2|db:sect3|db:sect4|db:sect5|db:simplesect|db:refentry|db:topic
    |db:refsection|db:refsect1|db:refsect2|db:refsect3|db:partintro|db:book|db:set|db:glossary|db:bibliography
    |db:index|db:setindex|db:glossdiv|db:bibliodiv|db:indexdiv|db:toc|db:lot">
    <section>
      <xsl:call-template name="h:section-attributes"/>
      <xsl:apply-templates select="." mode="h:inner"/>
    </section>
  </xsl:template>
  <xsl:template name="h:section-attributes">
    <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
    <xsl:if test="not(@xml:id)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
  </xsl:template>
  <xsl:template match="*" mode="h:inner">
    <xsl:if test="db:title or db:info/db:title or self::db:refentry or self::db:glossary or self::db:bibliography
      or self::db:index or self::db:setindex or self::db:colophon or self::db:dedication or self::db:acknowledgements or self::db:preface">
      <xsl:call-template name="h:heading"/>
    </xsl:if>
    <xsl:call-template name="h:info"/>
    <xsl:call-template name="h:content"/>
  </xsl:template>
  <!-- A list of contents that the author wrote; an empty one is what the navigation does. -->
  <xsl:template match="db:toc[not(*[not(self::db:title or self::db:info)])]|db:lot[not(*)]" priority="1"/>
  <xsl:template match="db:tocentry|db:lotentry">
    <p class="tocentry"><xsl:call-template name="h:linked"/><xsl:if test="@pagenum"><xsl:text> </xsl:text><span class="pagenum"><xsl:value-of select="@pagenum"/></span></xsl:if></p>
  </xsl:template>
  <xsl:template match="db:tocdiv"><div class="tocdiv"><xsl:call-template name="h:block-title"/><xsl:apply-templates select="*[not(self::db:title or self::db:info)]"/></div></xsl:template>

  <!-- ==== info ==== -->
  <xsl:template name="h:info">
    <xsl:for-each select="db:info|db:refmeta/db:info">
      <xsl:variable name="people" select="db:author|db:authorgroup/db:author|db:editor|db:authorgroup/db:editor
        |db:othercredit|db:authorgroup/db:othercredit|db:collab|db:authorgroup/db:collab"/>
      <xsl:if test="$people">
        <ul class="people">
          <xsl:for-each select="$people"><li><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:apply-templates select="." mode="h:info"/></li></xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:apply-templates select="*[not(self::db:title or self::db:subtitle or self::db:titleabbrev or self::db:author or self::db:authorgroup
        or self::db:editor or self::db:othercredit or self::db:collab or self::db:mediaobject or self::db:cover or self::db:abstract
        or self::db:legalnotice or self::db:revhistory or self::db:epigraph or self::db:annotation or self::db:itermset
        or self::db:keywordset or self::db:subjectset or self::db:meta)]" mode="h:info"/>
      <xsl:apply-templates select="db:mediaobject[not(contains(@role, 'cover') or contains(@role, 'logo'))]|db:cover/node()|db:abstract|db:legalnotice|db:revhistory|db:epigraph|db:annotation|db:itermset"/>
      <xsl:apply-templates select="db:keywordset|db:subjectset" mode="h:info"/>
    </xsl:for-each>
  </xsl:template>
  <!-- Links between resources are no text, nor are elements of other vocabularies but the Dublin Core. -->
  <xsl:template match="db:extendedlink|db:bibliorelation" mode="h:info"/>
  <xsl:template match="*[namespace-uri() != 'http://docbook.org/ns/docbook' and not(starts-with(namespace-uri(), 'http://purl.org/dc/'))]" mode="h:info"/>
  <xsl:template match="db:extendedlink"/>
  <xsl:template match="*" mode="h:info">
    <p><xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('info ', local-name())"/></xsl:call-template><xsl:call-template name="h:linked"/></p>
  </xsl:template>
  <xsl:template match="db:pubdate|db:date" mode="h:info"><p class="info {local-name()}"><xsl:call-template name="h:date"/></p></xsl:template>
  <xsl:template match="db:author|db:editor|db:othercredit|db:collab" mode="h:info">
    <xsl:if test="self::db:editor"><xsl:call-template name="h:text"><xsl:with-param name="k" select="'edited-by'"/></xsl:call-template><xsl:text> </xsl:text></xsl:if>
    <span class="name"><xsl:call-template name="h:person"/></span>
    <xsl:call-template name="h:credits"/>
  </xsl:template>
  <!-- What is said of a person: each part with a comma before it, the life in a paragraph. -->
  <xsl:template name="h:credits"><xsl:apply-templates select="(.|db:personname|db:org)/*[self::db:orgname[../db:personname] or self::db:orgdiv or self::db:affiliation or self::db:email or self::db:uri or self::db:contrib or self::db:address or self::db:personblurb]" mode="h:credit"/></xsl:template>
  <xsl:template match="*" mode="h:credit"><xsl:call-template name="h:comma"/><span class="{local-name()}"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="db:affiliation|db:address" mode="h:credit">
    <xsl:for-each select="*|text()[translate(normalize-space(), ',.;() ', '') != '']"><xsl:choose><xsl:when test="self::text()"><xsl:call-template name="h:comma"/><xsl:value-of select="normalize-space()"/></xsl:when><xsl:otherwise><xsl:apply-templates select="." mode="h:credit"/></xsl:otherwise></xsl:choose></xsl:for-each>
  </xsl:template>
  <xsl:template match="db:email|db:uri" mode="h:credit"><xsl:call-template name="h:comma"/><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="db:personblurb" mode="h:credit"><div class="personblurb"><xsl:call-template name="h:block-title"/><xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/></div></xsl:template>
  <xsl:template match="db:productname" mode="h:info"><p class="info productname"><xsl:apply-templates select="."/><xsl:for-each select="../db:productnumber"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:for-each></p></xsl:template>
  <xsl:template match="db:productnumber[../db:productname]" mode="h:info"/>
  <xsl:template match="db:publisher|db:confgroup" mode="h:info"><p class="info {local-name()}"><xsl:apply-templates select="." mode="h:biblio"/></p></xsl:template>
  <xsl:template match="db:address" mode="h:info"><p class="info address"><xsl:apply-templates select="." mode="h:biblio"/></p></xsl:template>
  <xsl:template match="db:biblioset" mode="h:info"><p class="info biblioset"><xsl:apply-templates select="." mode="h:biblio"/></p></xsl:template>
  <xsl:template match="db:biblioid" mode="h:info"><p class="info biblioid"><xsl:apply-templates select="." mode="h:biblio"/></p></xsl:template>
  <xsl:template match="db:copyright" mode="h:info"><p class="info copyright"><xsl:call-template name="h:copyright"/></p></xsl:template>
  <xsl:template match="db:copyright"><span class="copyright"><xsl:call-template name="h:copyright"/></span></xsl:template>
  <xsl:template name="h:copyright">
    <xsl:text>© </xsl:text>
    <xsl:for-each select="db:year"><xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if><xsl:apply-templates/></xsl:for-each>
    <xsl:for-each select="db:holder"><xsl:choose><xsl:when test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:when><xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise></xsl:choose><xsl:apply-templates/></xsl:for-each>
  </xsl:template>
  <xsl:template match="db:keywordset|db:subjectset" mode="h:info">
    <p class="info {local-name()}">
      <xsl:for-each select=".//db:keyword|.//db:subjectterm"><xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if><xsl:apply-templates/></xsl:for-each>
    </p>
  </xsl:template>
  <xsl:template match="db:abstract|db:legalnotice|db:printhistory|db:itermset">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:call-template name="h:block-title"/>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
    </div>
  </xsl:template>

  <xsl:template match="db:revhistory">
    <div class="scroll" role="group" tabindex="0">
      <xsl:attribute name="aria-label"><xsl:apply-templates select="." mode="h:plain-title"/></xsl:attribute>
      <table>
        <xsl:call-template name="h:common"><xsl:with-param name="class" select="'revhistory'"/></xsl:call-template>
        <caption><xsl:apply-templates select="." mode="h:plain-title"/></caption>
        <tbody>
          <xsl:for-each select="db:revision">
            <tr>
              <xsl:choose>
                <xsl:when test="db:revnumber"><th scope="row"><xsl:apply-templates select="db:revnumber/node()"/></th></xsl:when>
                <xsl:otherwise><td></td></xsl:otherwise>
              </xsl:choose>
              <td><xsl:for-each select="db:date"><xsl:call-template name="h:date"/></xsl:for-each></td>
              <td>
                <xsl:for-each select="db:author|db:authorinitials"><xsl:call-template name="h:person"/><xsl:text> </xsl:text></xsl:for-each>
                <xsl:apply-templates select="db:revremark|db:revdescription"/>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="db:revremark"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="db:revdescription"><xsl:apply-templates/></xsl:template>

  <!-- ==== refentry ==== -->
  <xsl:template match="db:refmeta"><xsl:if test="db:refmiscinfo"><p class="refmeta"><xsl:for-each select="db:refmiscinfo"><xsl:if test="position() &gt; 1"> · </xsl:if><xsl:apply-templates/></xsl:for-each></p></xsl:if></xsl:template>
  <xsl:template match="db:refnamediv">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'refnamediv'"/></xsl:call-template>
      <xsl:if test="not(preceding-sibling::db:refnamediv)"><xsl:call-template name="h:heading"/></xsl:if>
      <p>
        <xsl:for-each select="db:refdescriptor|db:refname"><xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if><code class="{local-name()}"><xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if><xsl:apply-templates/></code></xsl:for-each>
        <xsl:for-each select="db:refpurpose"><xsl:text> — </xsl:text><xsl:apply-templates/></xsl:for-each>
      </p>
      <xsl:apply-templates select="db:refclass"/>
    </div>
  </xsl:template>
  <xsl:template match="db:refclass"><p class="refclass"><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="db:refsynopsisdiv">
    <section>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'refsynopsisdiv'"/></xsl:call-template>
      <xsl:if test="not(@xml:id)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
      <xsl:call-template name="h:heading"/>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
