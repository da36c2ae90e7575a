<?xml version="1.0" encoding="UTF-8"?>
<!--
  lists.xsl - lists of every kind, procedures, questions and answers
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" exclude-result-prefixes="db h f">

  <!-- What stands before the items of a list: title and loose blocks. -->
  <xsl:template name="h:list-head">
    <xsl:param name="items"/>
    <xsl:call-template name="h:block-title"/>
    <xsl:apply-templates select="*[not(self::db:title or self::db:info or self::db:titleabbrev)][count(.|$items) != count($items)]"/>
  </xsl:template>

  <xsl:template name="h:list-common">
    <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('list ', substring('compact', 1, 7 * (@spacing = 'compact')))"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="db:itemizedlist">
    <div>
      <xsl:call-template name="h:list-common"/>
      <xsl:call-template name="h:list-head"><xsl:with-param name="items" select="db:listitem"/></xsl:call-template>
      <ul>
        <xsl:if test="@mark"><xsl:attribute name="class"><xsl:value-of select="concat('mark-', translate(@mark, ' .:', '---'))"/></xsl:attribute></xsl:if>
        <xsl:apply-templates select="db:listitem"/>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="db:orderedlist">
    <xsl:variable name="legal"><xsl:call-template name="h:is-legal"/></xsl:variable>
    <xsl:variable name="first"><xsl:call-template name="h:first-number"/></xsl:variable>
    <xsl:variable name="format"><xsl:call-template name="h:list-format"/></xsl:variable>
    <xsl:variable name="written"><xsl:call-template name="h:writes-numbers"/></xsl:variable>
    <div>
      <xsl:call-template name="h:list-common"/>
      <xsl:call-template name="h:list-head"><xsl:with-param name="items" select="db:listitem"/></xsl:call-template>
      <ol>
        <xsl:choose>
          <xsl:when test="$legal != ''"><xsl:attribute name="class">legal</xsl:attribute></xsl:when>
          <xsl:when test="$written != ''"><xsl:attribute name="class">written</xsl:attribute></xsl:when>
          <xsl:otherwise>
            <xsl:if test="$format != '1'"><xsl:attribute name="type"><xsl:value-of select="$format"/></xsl:attribute></xsl:if>
            <xsl:if test="$first != 1"><xsl:attribute name="start"><xsl:value-of select="$first"/></xsl:attribute></xsl:if>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="db:listitem"/>
      </ol>
    </div>
  </xsl:template>

  <!-- "1" where the numbers of a list stand in its text: a browser would not write them so. -->
  <xsl:template name="h:writes-numbers">
    <xsl:choose>
      <xsl:when test="@inheritnum = 'inherit' and ancestor::db:listitem[parent::db:orderedlist]">1</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="h:has-own-numbers">
          <xsl:with-param name="format"><xsl:call-template name="h:list-format"/></xsl:with-param>
          <xsl:with-param name="by"><xsl:call-template name="h:list-letters"/></xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="db:listitem|db:callout">
    <xsl:variable name="written"><xsl:for-each select="parent::db:orderedlist"><xsl:call-template name="h:writes-numbers"/></xsl:for-each></xsl:variable>
    <xsl:variable name="legal"><xsl:for-each select="parent::db:orderedlist"><xsl:call-template name="h:is-legal"/></xsl:for-each></xsl:variable>
    <li>
      <xsl:call-template name="h:common"><xsl:with-param name="class"><xsl:if test="@override and parent::db:itemizedlist"><xsl:value-of select="concat('mark-', translate(@override, ' .:', '---'))"/></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:if test="@override and parent::db:orderedlist and $legal = ''"><xsl:attribute name="value"><xsl:value-of select="@override"/></xsl:attribute></xsl:if>
      <xsl:if test="$written != '' and $legal = ''"><span class="number"><xsl:apply-templates select="." mode="h:label"/>.</span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="$legal != ''">
        <span class="number">
          <xsl:apply-templates select="." mode="h:label"><xsl:with-param name="whole" select="0"/></xsl:apply-templates>
          <xsl:if test="count(ancestor::db:orderedlist) = 1">.</xsl:if>
        </span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <xsl:template match="db:variablelist|db:glosslist">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:call-template name="h:list-head"><xsl:with-param name="items" select="db:varlistentry|db:glossentry"/></xsl:call-template>
      <xsl:variable name="presentation" select="f:said(processing-instruction('dbhtml'), 'list-presentation')"/>
      <dl>
        <!-- terms and meanings beside each other, where the author asks for it -->
        <xsl:if test="db:varlistentry and ($presentation = 'table' or ($presentation = '' and (@role = 'facts' or @role = 'record')))">
          <xsl:variable name="width" select="f:said(processing-instruction('dbhtml'), 'term-width')"/>
          <xsl:attribute name="class"><xsl:text>beside</xsl:text>
            <xsl:if test="contains($width, '%')"><xsl:call-template name="h:share-class"><xsl:with-param name="prefix" select="'terms-'"/><xsl:with-param name="length" select="concat(10 * round(number(substring-before($width, '%')) div 10), '%')"/></xsl:call-template></xsl:if>
          </xsl:attribute>
        </xsl:if>
        <xsl:apply-templates select="db:varlistentry|db:glossentry"/>
      </dl>
    </div>
  </xsl:template>
  <xsl:template match="db:varlistentry">
    <xsl:for-each select="db:term">
      <dt>
        <xsl:call-template name="h:common"/>
        <xsl:if test="position() = 1 and ../@xml:id and not(@xml:id)"><xsl:attribute name="id"><xsl:value-of select="../@xml:id"/></xsl:attribute></xsl:if>
        <xsl:apply-templates/>
      </dt>
    </xsl:for-each>
    <dd><xsl:for-each select="db:listitem"><xsl:call-template name="h:common"/><xsl:apply-templates/></xsl:for-each></dd>
  </xsl:template>

  <xsl:template match="db:simplelist">
    <ul><xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('simple ', @type, substring(' columns-', 1, 9 * (@columns &gt; 1)), @columns[. &gt; 1])"/></xsl:call-template>
      <xsl:apply-templates select="db:member"/>
    </ul>
  </xsl:template>
  <xsl:template match="db:member"><li><xsl:call-template name="h:common"/><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="db:simplelist[@type = 'inline']">
    <span>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'simple'"/></xsl:call-template>
      <xsl:for-each select="db:member"><span><xsl:call-template name="h:common"/><xsl:apply-templates/></span><xsl:call-template name="h:member-separator"/></xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="db:segmentedlist">
    <xsl:variable name="presentation" select="concat(f:said(processing-instruction('dbhtml'), 'list-presentation'), f:said(processing-instruction('db'), 'segmentedlist-style'))"/>
    <xsl:choose>
      <xsl:when test="$presentation = 'list'"><xsl:call-template name="h:segments-list"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="h:segments-table"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="h:segments-list">
    <xsl:variable name="titles" select="db:segtitle"/>
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'segmentedlist'"/></xsl:call-template>
      <xsl:call-template name="h:block-title"/>
      <ul class="simple">
        <xsl:for-each select="db:seglistitem">
          <li>
            <xsl:call-template name="h:common"/>
            <xsl:for-each select="db:seg">
              <xsl:variable name="n" select="position()"/>
              <p>
                <xsl:if test="$titles[$n]"><strong><xsl:apply-templates select="$titles[$n]/node()"/>:</strong><xsl:text> </xsl:text></xsl:if>
                <xsl:apply-templates/>
              </p>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>
  <xsl:template name="h:segments-table">
    <div class="scroll" role="group" tabindex="0">
      <xsl:attribute name="aria-label"><xsl:apply-templates select="." mode="h:plain-title"/></xsl:attribute>
      <table>
        <xsl:call-template name="h:common"><xsl:with-param name="class" select="'segmentedlist'"/></xsl:call-template>
        <xsl:if test="db:title or db:info/db:title"><caption><xsl:apply-templates select="." mode="h:title"/></caption></xsl:if>
        <thead><tr><xsl:for-each select="db:segtitle"><th scope="col"><xsl:apply-templates/></th></xsl:for-each></tr></thead>
        <tbody><xsl:for-each select="db:seglistitem"><tr><xsl:for-each select="db:seg"><td><xsl:apply-templates/></td></xsl:for-each></tr></xsl:for-each></tbody>
      </table>
    </div>
  </xsl:template>

  <!-- ==== callouts ==== -->
  <xsl:template match="db:calloutlist">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'calloutlist'"/></xsl:call-template>
      <xsl:call-template name="h:list-head"><xsl:with-param name="items" select="db:callout"/></xsl:call-template>
      <ul>
        <xsl:for-each select="db:callout">
          <li>
            <xsl:call-template name="h:common"/>
            <xsl:if test="not(@xml:id)"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></xsl:if>
            <xsl:call-template name="h:callout-marks"><xsl:with-param name="ids" select="normalize-space(@arearefs)"/></xsl:call-template>
            <xsl:apply-templates/>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>
  <xsl:template name="h:callout-marks">
    <xsl:param name="ids"/>
    <xsl:variable name="id" select="substring-before(concat($ids, ' '), ' ')"/>
    <xsl:if test="$id != ''">
      <xsl:for-each select="key('h:id', $id)[1]"><a class="co"><xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute><xsl:apply-templates select="." mode="h:label"/></a><xsl:text> </xsl:text></xsl:for-each>
      <xsl:call-template name="h:callout-marks"><xsl:with-param name="ids" select="substring-after($ids, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ==== procedures ==== -->
  <xsl:template match="db:procedure">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'procedure'"/></xsl:call-template>
      <xsl:if test="db:title or db:info/db:title"><p class="title"><xsl:call-template name="h:caption"/></p></xsl:if>
      <xsl:call-template name="h:block-info"/>
      <xsl:apply-templates select="*[not(self::db:title or self::db:info or self::db:step or self::db:result)]"/>
      <ol><xsl:call-template name="h:steps-type"/><xsl:apply-templates select="db:step"/></ol>
      <xsl:apply-templates select="db:result"/>
    </div>
  </xsl:template>
  <!-- called in a procedure or substeps -->
  <xsl:template name="h:steps-format"><xsl:value-of select="substring('1aiAI', count(ancestor-or-self::db:substeps) mod 5 + 1, 1)"/></xsl:template>
  <xsl:template name="h:steps-are-written">
    <xsl:call-template name="h:has-own-numbers">
      <xsl:with-param name="format"><xsl:call-template name="h:steps-format"/></xsl:with-param>
      <xsl:with-param name="by" select="'letters.outline'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="h:steps-type">
    <xsl:variable name="format"><xsl:call-template name="h:steps-format"/></xsl:variable>
    <xsl:variable name="written"><xsl:call-template name="h:steps-are-written"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$written != ''"><xsl:attribute name="class">written</xsl:attribute></xsl:when>
      <xsl:when test="$format != '1'"><xsl:attribute name="type"><xsl:value-of select="$format"/></xsl:attribute></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:step">
    <xsl:variable name="written"><xsl:for-each select="parent::db:procedure|parent::db:substeps"><xsl:call-template name="h:steps-are-written"/></xsl:for-each></xsl:variable>
    <li><xsl:call-template name="h:common"><xsl:with-param name="class" select="@performance[. = 'optional']"/></xsl:call-template><xsl:if test="$written != ''"><span class="number"><xsl:call-template name="h:step-number"/>.</span><xsl:text> </xsl:text></xsl:if><xsl:call-template name="h:block-title"/><xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/></li>
  </xsl:template>
  <xsl:template match="db:substeps"><ol><xsl:call-template name="h:steps-type"/><xsl:call-template name="h:common"/><xsl:apply-templates/></ol></xsl:template>
  <xsl:template match="db:stepalternatives"><ul><xsl:call-template name="h:common"><xsl:with-param name="class" select="'alternatives'"/></xsl:call-template><xsl:apply-templates/></ul></xsl:template>

  <!-- ==== questions ==== -->
  <xsl:template match="db:qandaset|db:qandadiv">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:if test="self::db:qandadiv"><p class="title"><span class="label"><xsl:apply-templates select="." mode="h:label"/></span><xsl:text> </xsl:text><xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates></p></xsl:if>
      <xsl:if test="self::db:qandaset"><xsl:call-template name="h:block-title"/></xsl:if>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info)]"/>
    </div>
  </xsl:template>
  <xsl:template match="db:qandaentry">
    <xsl:call-template name="h:block-title"/>
    <dl><xsl:call-template name="h:common"><xsl:with-param name="class" select="'qanda'"/></xsl:call-template><xsl:apply-templates select="db:question|db:answer"/></dl>
  </xsl:template>
  <xsl:template match="db:question">
    <dt><xsl:call-template name="h:common"/>
      <xsl:call-template name="h:question-number"/>
      <xsl:for-each select="node()[not(self::db:label)]"><xsl:choose><xsl:when test="self::db:para|self::db:simpara"><span><xsl:apply-templates/></span></xsl:when><xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise></xsl:choose></xsl:for-each>
    </dt>
  </xsl:template>
  <xsl:template match="db:answer">
    <dd>
      <xsl:call-template name="h:common"/>
      <xsl:call-template name="h:question-number"/>
      <xsl:apply-templates select="node()[not(self::db:label)]"/>
    </dd>
  </xsl:template>
  <xsl:template name="h:question-number">
    <xsl:variable name="label"><xsl:call-template name="h:qanda-label"/></xsl:variable>
    <xsl:if test="$label != ''"><span class="number"><xsl:copy-of select="$label"/></span><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
</xsl:stylesheet>
