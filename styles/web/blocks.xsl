<?xml version="1.0" encoding="UTF-8"?>
<!--
  blocks.xsl - paragraphs, boxes, quotations, code, examples
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:xlink="http://www.w3.org/1999/xlink"
  exclude-result-prefixes="db h f xlink">

  <!-- Anything that has no template: its content is kept. -->
  <xsl:template match="*">
    <xsl:choose>
      <xsl:when test="db:para or db:simpara or db:itemizedlist or db:title or db:programlisting or *[local-name() = 'info']">
        <div>
          <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
          <xsl:call-template name="h:block-title"/>
          <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <span><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:call-template name="h:linked"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="processing-instruction()|comment()"/>
  <xsl:template match="processing-instruction()[f:asks(.) = 'line']">
    <xsl:param name="quiet"/>
    <xsl:choose><xsl:when test="$quiet = 1"><xsl:text> </xsl:text></xsl:when><xsl:otherwise><br/></xsl:otherwise></xsl:choose>
  </xsl:template>
  <xsl:template match="processing-instruction()[f:asks(.) = 'rule']"><hr/></xsl:template>
  <!-- for who prints the pages -->
  <xsl:template match="processing-instruction()[f:asks(.) = 'page']">
    <xsl:if test="(following-sibling::*|preceding-sibling::*)[self::db:para or self::db:simpara or self::db:section or self::db:sect1 or self::db:sect2 or self::db:sect3]"><div class="page-break"></div></xsl:if>
  </xsl:template>
  <!-- "w-30" of "30%". -->
  <xsl:template name="h:share-class">
    <xsl:param name="prefix" select="'w-'"/>
    <xsl:param name="length"/>
    <xsl:variable name="share" select="round(number(substring-before($length, '%')))"/>
    <xsl:if test="$share &gt;= 1 and $share &lt;= 100"><xsl:value-of select="concat(' ', $prefix, $share)"/></xsl:if>
  </xsl:template>
  <xsl:template match="db:title|db:subtitle|db:titleabbrev|db:info"/>
  <!-- What has no title by the schema, and yet one of the author's. -->
  <xsl:template match="db:epigraph/db:info|db:question/db:info|db:answer/db:info"><xsl:for-each select=".."><xsl:call-template name="h:block-title"/></xsl:for-each></xsl:template>

  <!-- The title of a block, as its first paragraph, and what else is known of it. -->
  <xsl:template name="h:block-title">
    <xsl:for-each select="(db:title|db:info/db:title)[1]">
      <p class="title"><xsl:call-template name="h:common"><xsl:with-param name="class" select="'title'"/></xsl:call-template><xsl:apply-templates/></p>
    </xsl:for-each>
    <xsl:call-template name="h:block-info"/>
  </xsl:template>
  <xsl:template name="h:block-info">
    <xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]"><p class="subtitle"><xsl:apply-templates/></p></xsl:for-each>
    <xsl:if test="db:info/*[not(self::db:title or self::db:subtitle or self::db:titleabbrev)]"><xsl:call-template name="h:info"/></xsl:if>
  </xsl:template>

  <!-- "Table 3.1 Title" for captions. -->
  <xsl:template name="h:caption">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable>
    <xsl:if test="$label != ''"><span class="label"><xsl:value-of select="$label"/></span><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
    <xsl:call-template name="h:permalink"/>
  </xsl:template>

  <!-- ==== paragraphs ==== -->
  <!-- One that holds blocks becomes several when the page is written: HTML's p holds none. -->
  <xsl:template match="db:para|db:simpara">
    <p>
      <xsl:call-template name="h:common"/>
      <xsl:choose>
        <xsl:when test="@xlink:href and f:is-link(.)"><a><xsl:call-template name="h:link-target"/><xsl:apply-templates/></a></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
  <xsl:template match="*" mode="h:link-around">
    <xsl:param name="content"/>
    <a><xsl:call-template name="h:link-target"/><xsl:copy-of select="$content"/></a>
  </xsl:template>

  <xsl:template match="db:formalpara">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'formalpara'"/></xsl:call-template>
      <p>
        <strong class="title"><xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates><xsl:call-template name="h:title-stop"/></strong>
        <xsl:text> </xsl:text>
        <xsl:for-each select="db:para|db:simpara"><span><xsl:call-template name="h:common"/><xsl:apply-templates/></span></xsl:for-each>
      </p>
      <xsl:apply-templates select="db:indexterm"/>
    </div>
  </xsl:template>

  <!-- ==== lines of poems and plays ==== -->
  <xsl:template match="db:linegroup|db:line|db:speaker|db:dialogue|db:drama|db:poetry">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:call-template name="h:block-title"/>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
    </div>
  </xsl:template>

  <xsl:template match="db:bridgehead">
    <p><xsl:call-template name="h:common"><xsl:with-param name="class" select="'bridgehead'"/></xsl:call-template><xsl:apply-templates/></p>
  </xsl:template>
  <xsl:template match="db:remark"/>
  <xsl:template match="db:remark" mode="h:place"/>

  <!-- ==== boxes ==== -->
  <xsl:template match="db:note|db:tip|db:important|db:warning|db:caution|db:danger">
    <div role="note">
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('box ', local-name())"/></xsl:call-template>
      <p class="title"><xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates></p>
      <xsl:call-template name="h:block-info"/>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
    </div>
  </xsl:template>
  <xsl:template match="db:sidebar|db:annotation">
    <div role="note">
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:call-template name="h:block-title"/>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
    </div>
  </xsl:template>

  <!-- ==== quotations ==== -->
  <xsl:template match="db:blockquote|db:epigraph">
    <figure>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('quotation ', local-name())"/></xsl:call-template>
      <xsl:call-template name="h:block-title"/>
      <blockquote><xsl:apply-templates select="node()[not(self::db:subtitle or self::db:title or self::db:info or self::db:attribution)]"/></blockquote>
      <xsl:if test="db:attribution"><figcaption><xsl:for-each select="db:attribution">— <xsl:apply-templates/></xsl:for-each></figcaption></xsl:if>
    </figure>
  </xsl:template>

  <!-- ==== code ==== -->
  <xsl:template match="db:programlisting|db:screen|db:literallayout|db:synopsis|db:address|db:funcsynopsisinfo|db:classsynopsisinfo|db:synopsisinfo">
    <xsl:param name="areas" select="/.."/>
    <xsl:if test="db:info"><xsl:call-template name="h:block-title"/></xsl:if>
    <xsl:choose>
      <xsl:when test="self::db:address or (self::db:literallayout and not(@class = 'monospaced' or @linenumbering = 'numbered'))">
        <div><xsl:call-template name="h:common"><xsl:with-param name="class" select="'literallayout'"/></xsl:call-template><xsl:apply-templates/></div>
      </xsl:when>
      <xsl:otherwise>
        <pre tabindex="0">
          <xsl:variable name="rtl"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="ancestor::*[@xml:lang][1]/@xml:lang"/></xsl:call-template></xsl:variable>
          <xsl:if test="$rtl = 1"><xsl:attribute name="dir">ltr</xsl:attribute></xsl:if>
          <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat(local-name(), substring(' numbered', 1, 9 * (@linenumbering = 'numbered')), substring(' small', 1, 6 * (number(substring-before(processing-instruction('db-font-size'), '%')) &lt; 100)))"/></xsl:call-template>
          <xsl:choose>
            <xsl:when test="@linenumbering = 'numbered' or $areas"><xsl:call-template name="h:lines"><xsl:with-param name="areas" select="$areas"/></xsl:call-template></xsl:when>
            <xsl:otherwise><code><xsl:call-template name="h:listing"/></code></xsl:otherwise>
          </xsl:choose>
        </pre>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Lines with numbers, or with marks at the ends of some: the program counts them. -->
  <xsl:template name="h:lines">
    <xsl:param name="areas"/>
    <h:listing>
      <xsl:if test="@linenumbering = 'numbered'">
        <xsl:attribute name="first"><xsl:call-template name="h:first-line"/></xsl:attribute>
        <xsl:attribute name="every"><xsl:call-template name="h:every-line"><xsl:with-param name="target" select="'dbhtml'"/></xsl:call-template></xsl:attribute>
      </xsl:if>
      <xsl:for-each select="$areas">
        <h:mark line="{substring-before(concat(normalize-space(@coords), ' '), ' ')}"><span><xsl:text> </xsl:text><xsl:call-template name="h:callout-mark"/></span></h:mark>
      </xsl:for-each>
      <code><xsl:call-template name="h:listing"/></code>
    </h:listing>
  </xsl:template>
  <!-- A listing of a known language, without markup of its own, in its colours. -->
  <xsl:template name="h:listing">
    <xsl:choose>
      <xsl:when test="@language and not(*) and function-available('h:highlight')">
        <xsl:variable name="code" select="h:highlight(substring(., 1 + starts-with(., '&#10;')), translate(@language, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'))"/>
        <xsl:choose>
          <xsl:when test="$code"><xsl:apply-templates select="$code/node()" mode="highlight"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="highlight">
    <span class="{translate(@class, ' ', '-')}"><xsl:apply-templates mode="highlight"/></span>
  </xsl:template>
  <xsl:template match="text()" mode="highlight"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="db:informalexample|db:example|db:informalfigure|db:task|db:tasksummary|db:taskprerequisites|db:taskrelated|db:formalgroup|db:productionset">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:if test="db:title or db:info/db:title"><p class="title"><xsl:call-template name="h:caption"/></p></xsl:if>
      <xsl:call-template name="h:block-info"/>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
    </div>
  </xsl:template>
  <xsl:template match="db:programlistingco|db:screenco">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates select="db:programlisting|db:screen"><xsl:with-param name="areas" select="db:areaspec//db:area"/></xsl:apply-templates>
      <xsl:apply-templates select="db:calloutlist"/>
    </div>
  </xsl:template>
  <xsl:template match="db:areaspec"/>
  <xsl:template match="db:lineannotation"><em class="lineannotation"><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="db:co">
    <xsl:param name="quiet"/>
    <xsl:if test="not($quiet = 1)"><xsl:call-template name="h:callout-mark"/></xsl:if>
  </xsl:template>
  <xsl:template match="db:coref">
    <xsl:for-each select="key('h:id', @linkend)[1]"><a class="co"><xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute><xsl:apply-templates select="." mode="h:label"/></a></xsl:for-each>
  </xsl:template>
  <!-- The number of a co or area; it leads to the callout that speaks of it. -->
  <xsl:key name="h:callout" match="db:callout" use="@arearefs"/>
  <xsl:template name="h:callout-mark">
    <xsl:variable name="callout" select="(key('h:id', substring-before(concat(normalize-space((@linkends|../@linkends)[1]), ' '), ' '))|key('h:callout', @xml:id)|key('h:callout', ../@xml:id)[current()/parent::db:areaset])[1]"/>
    <xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$callout">
        <a class="co">
          <xsl:call-template name="h:callout-id"/>
          <xsl:attribute name="href"><xsl:for-each select="$callout"><xsl:call-template name="h:href"/></xsl:for-each></xsl:attribute>
          <xsl:value-of select="$label"/>
        </a>
      </xsl:when>
      <xsl:otherwise><span class="co"><xsl:call-template name="h:callout-id"/><xsl:value-of select="$label"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Of a set of areas the first stands for the set. -->
  <xsl:template name="h:callout-id">
    <xsl:choose>
      <xsl:when test="parent::db:areaset/@xml:id and not(preceding-sibling::db:area)"><xsl:attribute name="id"><xsl:value-of select="../@xml:id"/></xsl:attribute></xsl:when>
      <xsl:when test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ==== equations ==== -->
  <xsl:template match="db:equation|db:informalequation">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:if test="self::db:equation"><p class="title"><xsl:call-template name="h:equation-caption"/></p></xsl:if>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info or self::db:alt)]"/>
    </div>
  </xsl:template>
  <xsl:template name="h:equation-caption">
    <xsl:choose>
      <xsl:when test="db:title or db:info/db:title"><xsl:call-template name="h:caption"/></xsl:when>
      <xsl:otherwise><span class="label"><xsl:apply-templates select="." mode="h:full-label"/></span><xsl:call-template name="h:permalink"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:inlineequation"><xsl:param name="quiet"/><span><xsl:call-template name="h:common"><xsl:with-param name="class" select="'inlineequation'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template><xsl:call-template name="h:linked"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></span></xsl:template>
  <xsl:template match="db:mathphrase"><span class="mathphrase"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="m:math" xmlns:m="http://www.w3.org/1998/Math/MathML">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="(ancestor::db:equation or ancestor::db:informalequation) and not(@display)"><xsl:attribute name="display">block</xsl:attribute></xsl:if>
      <xsl:if test="../db:alt and not(@alttext)"><xsl:attribute name="alttext"><xsl:value-of select="normalize-space(../db:alt)"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- ==== synopses ==== -->
  <xsl:template match="db:cmdsynopsis|db:funcsynopsis">
    <div><xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('synopsis ', local-name())"/></xsl:call-template><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="db:cmdsynopsis/db:command"><strong><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'code'"/></xsl:call-template></strong><xsl:call-template name="h:sepchar"/></xsl:template>
  <xsl:template match="db:sbr"><br/></xsl:template>
  <xsl:template match="db:synopfragmentref"><a href="#{@linkend}"><i><xsl:apply-templates/></i></a><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="db:synopfragment"><div><xsl:call-template name="h:common"><xsl:with-param name="class" select="'member'"/></xsl:call-template><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="db:funcprototype"><div><xsl:call-template name="h:common"/><xsl:call-template name="h:prototype"/></div></xsl:template>
  <xsl:template match="db:funcdef/db:function"><strong><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'code'"/></xsl:call-template></strong></xsl:template>
  <xsl:template match="db:paramdef/db:parameter|db:methodparam/db:parameter"><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'var'"/></xsl:call-template></xsl:template>
  <xsl:template match="db:classsynopsis|db:unionsynopsis|db:packagesynopsis|db:namespacesynopsis|db:enumsynopsis">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('synopsis ', local-name())"/></xsl:call-template>
      <xsl:call-template name="h:container-head"/>
      <xsl:if test="f:members(.)">
        <div class="member"><xsl:apply-templates select="f:members(.)"/></div>
        <xsl:text>}</xsl:text>
      </xsl:if>
    </div>
  </xsl:template>
  <xsl:template match="db:fieldsynopsis|db:methodsynopsis|db:constructorsynopsis|db:destructorsynopsis|db:typedefsynopsis|db:macrosynopsis|db:enumsynopsis/db:enumitem">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('synopsis ', local-name())"/></xsl:call-template>
      <xsl:call-template name="h:member"/>
      <xsl:apply-templates select="f:members(.)"/>
      <xsl:for-each select="db:enumitemdescription"><div class="member"><xsl:apply-templates/></div></xsl:for-each>
    </div>
  </xsl:template>
  <xsl:template match="db:production"><xsl:param name="quiet"/><div><xsl:call-template name="h:common"><xsl:with-param name="class" select="'synopsis production'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template><xsl:call-template name="h:production"/></div></xsl:template>
  <xsl:template match="db:constraint"><xsl:text> [</xsl:text><xsl:call-template name="h:reference"/><xsl:text>]</xsl:text></xsl:template>

  <!-- ==== messages ==== -->
  <xsl:template match="db:msgset|db:msgentry|db:msg|db:msgmain|db:msgsub|db:msgrel|db:msgtext|db:msgexplan|db:msginfo|db:simplemsgentry">
    <div><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:call-template name="h:block-title"/><xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/><xsl:apply-templates select="@msglevel|@msgorig|@msgaud" mode="h:msg"/></div>
  </xsl:template>
  <xsl:template match="db:msglevel|db:msgorig|db:msgaud">
    <p><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:call-template name="h:text"><xsl:with-param name="k" select="local-name()"/></xsl:call-template><xsl:text> </xsl:text><xsl:apply-templates/></p>
  </xsl:template>
  <xsl:template match="@*" mode="h:msg">
    <xsl:variable name="k" select="local-name()"/>
    <p class="{$k}"><xsl:for-each select=".."><xsl:call-template name="h:text"><xsl:with-param name="k" select="$k"/></xsl:call-template></xsl:for-each><xsl:value-of select="concat(' ', .)"/></p>
  </xsl:template>
</xsl:stylesheet>
