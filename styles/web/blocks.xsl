<?xml version="1.0" encoding="UTF-8"?>
<!--
  blocks.xsl - paragraphs, boxes, quotations, code, examples
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:xlink="http://www.w3.org/1999/xlink" exclude-result-prefixes="db h xlink">

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
        <span><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:apply-templates/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="processing-instruction()|comment()"/>
  <xsl:template match="db:title|db:subtitle|db:titleabbrev|db:info"/>

  <!-- The title of a block, as its first paragraph. -->
  <xsl:template name="h:block-title">
    <xsl:for-each select="(db:title|db:info/db:title)[1]">
      <p class="title"><xsl:call-template name="h:common"><xsl:with-param name="class" select="'title'"/></xsl:call-template><xsl:apply-templates/></p>
    </xsl:for-each>
  </xsl:template>

  <!-- "Table 3.1 Title" for captions. -->
  <xsl:template name="h:caption">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable>
    <xsl:if test="$label != ''"><span class="label"><xsl:value-of select="$label"/></span><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
    <xsl:call-template name="h:permalink"/>
  </xsl:template>

  <!-- ==== paragraphs ==== -->
  <!-- A paragraph with blocks in it becomes several: HTML's p holds no blocks. -->
  <xsl:variable name="h:none" select="/.."/>
  <xsl:template match="db:para|db:simpara">
    <xsl:variable name="blocks" select="*[self::db:itemizedlist or self::db:orderedlist or self::db:variablelist or self::db:table
      or self::db:informaltable or self::db:figure or self::db:informalfigure or self::db:example or self::db:informalexample
      or self::db:programlisting or self::db:screen or self::db:literallayout or self::db:mediaobject or self::db:blockquote
      or self::db:note or self::db:tip or self::db:important or self::db:warning or self::db:caution or self::db:danger
      or self::db:procedure or self::db:equation or self::db:informalequation or self::db:calloutlist or self::db:segmentedlist
      or self::db:qandaset or self::db:sidebar or self::db:cmdsynopsis or self::db:funcsynopsis or self::db:synopsis
      or self::db:simplelist[not(@type = 'inline')] or self::db:glosslist or self::db:bibliolist or self::db:address
      or self::db:programlistingco or self::db:screenco or self::db:mediaobjectco or self::db:imageobjectco or self::db:revhistory
      or self::db:epigraph or self::db:task or self::db:formalgroup or self::db:classsynopsis or self::db:fieldsynopsis
      or self::db:constructorsynopsis or self::db:methodsynopsis or self::db:msgset or self::db:annotation or self::db:productionset]"/>
    <xsl:choose>
      <xsl:when test="$blocks">
        <div>
          <xsl:call-template name="h:common"><xsl:with-param name="class" select="'para'"/></xsl:call-template>
          <xsl:call-template name="h:split"><xsl:with-param name="blocks" select="$blocks"/></xsl:call-template>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:call-template name="h:common"/><xsl:call-template name="h:para-id"/><xsl:apply-templates/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text between blocks goes into paragraphs of its own. -->
  <xsl:template name="h:split">
    <xsl:param name="blocks"/>
    <xsl:for-each select="$blocks">
      <xsl:variable name="k" select="position()"/>
      <xsl:variable name="before" select="preceding-sibling::node()[count(following-sibling::node()[generate-id() = generate-id($blocks[$k])]) = 1]
        [$k = 1 or count(preceding-sibling::node()[generate-id() = generate-id($blocks[$k - 1])]) = 1]"/>
      <xsl:call-template name="h:loose"><xsl:with-param name="nodes" select="$before"/></xsl:call-template>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:call-template name="h:loose"><xsl:with-param name="nodes" select="$blocks[last()]/following-sibling::node()"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="h:loose">
    <xsl:param name="nodes"/>
    <xsl:if test="$nodes[self::* or normalize-space() != '']"><p><xsl:apply-templates select="$nodes"/></p></xsl:if>
  </xsl:template>

  <!-- A paragraph's address: the nearest id above and its number there. -->
  <xsl:template name="h:para-id">
    <xsl:if test="not(@xml:id) and ../@xml:id and not(parent::db:footnote)">
      <xsl:attribute name="id"><xsl:value-of select="concat(../@xml:id, '-p', 1 + count(preceding-sibling::db:para))"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:formalpara">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'formalpara'"/></xsl:call-template>
      <p>
        <strong><xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates></strong>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="db:para/node()|db:simpara/node()"/>
      </p>
      <xsl:apply-templates select="db:indexterm"/>
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
      <blockquote><xsl:apply-templates select="node()[not(self::db:title or self::db:info or self::db:attribution)]"/></blockquote>
      <xsl:if test="db:attribution"><figcaption><xsl:for-each select="db:attribution">— <xsl:apply-templates/></xsl:for-each></figcaption></xsl:if>
    </figure>
  </xsl:template>

  <!-- ==== code ==== -->
  <xsl:template match="db:programlisting|db:screen|db:literallayout|db:synopsis|db:address|db:funcsynopsisinfo|db:classsynopsisinfo|db:synopsisinfo">
    <xsl:choose>
      <xsl:when test="self::db:address or (self::db:literallayout and not(@class = 'monospaced'))">
        <div><xsl:call-template name="h:common"><xsl:with-param name="class" select="'literallayout'"/></xsl:call-template><xsl:apply-templates/></div>
      </xsl:when>
      <xsl:otherwise>
        <pre tabindex="0"><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><code><xsl:call-template name="h:listing"/></code></pre>
      </xsl:otherwise>
    </xsl:choose>
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
  <xsl:template match="db:programlistingco|db:screenco|db:informalexample|db:example|db:informalfigure|db:task|db:tasksummary|db:taskprerequisites|db:taskrelated|db:formalgroup|db:productionset">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:if test="db:title or db:info/db:title"><p class="title"><xsl:call-template name="h:caption"/></p></xsl:if>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info or self::db:areaspec)]"/>
    </div>
  </xsl:template>
  <xsl:template match="db:areaspec"/>
  <xsl:template match="db:lineannotation"><em class="lineannotation"><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="db:co|db:coref">
    <xsl:variable name="target" select="self::db:co|key('h:id', current()[self::db:coref]/@linkend)"/>
    <span class="co">
      <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
      <xsl:for-each select="$target[1]"><xsl:apply-templates select="." mode="h:label"/></xsl:for-each>
    </span>
  </xsl:template>

  <!-- ==== equations ==== -->
  <xsl:template match="db:equation|db:informalequation">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:if test="self::db:equation"><p class="title"><xsl:call-template name="h:caption"/></p></xsl:if>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info or self::db:alt)]"/>
    </div>
  </xsl:template>
  <xsl:template match="db:inlineequation"><span class="inlineequation"><xsl:apply-templates select="node()[not(self::db:alt)]"/></span></xsl:template>
  <xsl:template match="db:mathphrase"><span class="mathphrase"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="m:*" xmlns:m="http://www.w3.org/1998/Math/MathML"><xsl:copy-of select="."/></xsl:template>

  <!-- ==== messages, synopses, plainly ==== -->
  <xsl:template match="db:cmdsynopsis|db:funcsynopsis|db:classsynopsis|db:fieldsynopsis|db:methodsynopsis|db:constructorsynopsis|db:destructorsynopsis">
    <div><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="db:cmdsynopsis/db:sbr"><br/></xsl:template>
  <xsl:template match="db:arg|db:group">
    <xsl:variable name="open"><xsl:choose><xsl:when test="@choice = 'plain'"/><xsl:when test="@choice = 'req'">{</xsl:when><xsl:otherwise>[</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="close"><xsl:choose><xsl:when test="@choice = 'plain'"/><xsl:when test="@choice = 'req'">}</xsl:when><xsl:otherwise>]</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:text> </xsl:text>
    <xsl:value-of select="$open"/>
    <xsl:choose>
      <xsl:when test="self::db:group"><xsl:for-each select="*"><xsl:if test="position() &gt; 1"> | </xsl:if><xsl:apply-templates select="."/></xsl:for-each></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@rep = 'repeat'">…</xsl:if>
    <xsl:value-of select="$close"/>
  </xsl:template>
  <xsl:template match="db:funcprototype"><p><code><xsl:apply-templates select="db:funcdef"/>(<xsl:for-each select="*[not(self::db:funcdef)]"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="."/></xsl:for-each>);</code></p></xsl:template>
  <xsl:template match="db:void">void</xsl:template>
  <xsl:template match="db:varargs">…</xsl:template>
  <xsl:template match="db:msgset|db:msgentry|db:msg|db:msgmain|db:msgsub|db:msgrel|db:msgtext|db:msgexplan|db:msginfo|db:msglevel|db:msgorig|db:msgaud">
    <div><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:call-template name="h:block-title"/><xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/></div>
  </xsl:template>
</xsl:stylesheet>
