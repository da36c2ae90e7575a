<?xml version="1.0" encoding="UTF-8"?>
<!--
  tables.xsl - CALS and HTML tables

  A table stands in a region of its own that scrolls sideways on a narrow screen.  Widths of
  columns are classes (w-1 … w-100, per cent): no style attribute is ever written.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" exclude-result-prefixes="db h">

  <xsl:template match="db:table|db:informaltable">
    <xsl:variable name="named" select="db:title or db:info/db:title or db:caption"/>
    <div class="scroll" tabindex="0">
      <xsl:attribute name="role">
        <xsl:choose><xsl:when test="$named">region</xsl:when><xsl:otherwise>group</xsl:otherwise></xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="db:caption and not(db:title)"><xsl:value-of select="normalize-space(db:caption)"/></xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="h:full-label"/>
            <xsl:text> </xsl:text>
            <xsl:choose>
              <xsl:when test="$named"><xsl:apply-templates select="." mode="h:plain-title"/></xsl:when>
              <xsl:otherwise><xsl:call-template name="h:text"><xsl:with-param name="k" select="'table'"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:choose>
        <xsl:when test="db:tgroup">
          <xsl:variable name="table" select="."/>
          <xsl:for-each select="db:tgroup">
            <table>
              <xsl:for-each select="$table">
                <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('cals frame-', @frame)"/></xsl:call-template>
              </xsl:for-each>
              <xsl:if test="position() = 1 and $named"><caption><xsl:for-each select="$table"><xsl:call-template name="h:caption"/></xsl:for-each></caption></xsl:if>
              <xsl:call-template name="h:columns"/>
              <xsl:apply-templates select="db:thead|db:tbody|db:tfoot"/>
            </table>
          </xsl:for-each>
          <xsl:apply-templates select="db:textobject"/>
        </xsl:when>
        <xsl:when test="db:mediaobject|db:graphic">
          <div><xsl:call-template name="h:common"/><p class="title"><xsl:call-template name="h:caption"/></p><xsl:apply-templates select="db:mediaobject"/></div>
        </xsl:when>
        <xsl:otherwise>
          <table>
            <xsl:call-template name="h:common"><xsl:with-param name="class" select="@class"/></xsl:call-template>
            <xsl:if test="(db:title or db:info/db:title) and not(db:caption)"><caption><xsl:call-template name="h:caption"/></caption></xsl:if>
            <xsl:apply-templates select="db:caption|db:col|db:colgroup|db:thead|db:tbody|db:tfoot|db:tr"/>
          </table>
        </xsl:otherwise>
      </xsl:choose>
    </div>
    <xsl:variable name="notes" select=".//db:footnote"/>
    <xsl:if test="$notes">
      <ul class="table-notes">
        <xsl:for-each select="$notes"><xsl:call-template name="h:footnote-body"/></xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:apply-templates select="db:caption[../db:tgroup]/node()|db:info/db:caption"/>
  </xsl:template>

  <!-- ==== columns ==== -->
  <xsl:template name="h:columns">
    <xsl:variable name="specs" select="db:colspec"/>
    <xsl:variable name="stars" select="$specs[contains(@colwidth, '*')]"/>
    <xsl:if test="$stars and count($stars) = count($specs) and count($specs) = @cols">
      <xsl:variable name="total"><xsl:call-template name="h:sum-stars"><xsl:with-param name="specs" select="$specs"/></xsl:call-template></xsl:variable>
      <colgroup>
        <xsl:for-each select="$specs">
          <xsl:variable name="n"><xsl:call-template name="h:stars"/></xsl:variable>
          <col class="w-{round(100 * $n div $total)}"/>
        </xsl:for-each>
      </colgroup>
    </xsl:if>
  </xsl:template>
  <xsl:template name="h:stars">
    <xsl:variable name="n" select="substring-before(@colwidth, '*')"/>
    <xsl:choose><xsl:when test="number($n) &gt; 0"><xsl:value-of select="number($n)"/></xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose>
  </xsl:template>
  <xsl:template name="h:sum-stars">
    <xsl:param name="specs"/>
    <xsl:param name="sum" select="0"/>
    <xsl:choose>
      <xsl:when test="$specs">
        <xsl:variable name="n"><xsl:for-each select="$specs[1]"><xsl:call-template name="h:stars"/></xsl:for-each></xsl:variable>
        <xsl:call-template name="h:sum-stars"><xsl:with-param name="specs" select="$specs[position() &gt; 1]"/><xsl:with-param name="sum" select="$sum + $n"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$sum"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number of a named column. -->
  <xsl:template name="h:column-number">
    <xsl:param name="name"/>
    <xsl:for-each select="ancestor::*[self::db:tgroup or self::db:entrytbl][1]/db:colspec[@colname = $name][1]">
      <xsl:choose>
        <xsl:when test="@colnum"><xsl:value-of select="@colnum"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="1 + count(preceding-sibling::db:colspec)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== rows and cells ==== -->
  <xsl:template match="db:thead|db:tbody|db:tfoot">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml"><xsl:call-template name="h:common"/><xsl:apply-templates select="db:row|db:tr"/></xsl:element>
  </xsl:template>
  <xsl:template match="db:row"><tr><xsl:call-template name="h:common"/><xsl:if test="@rowsep = 0"><xsl:attribute name="class">no-rule</xsl:attribute></xsl:if><xsl:apply-templates select="db:entry|db:entrytbl"/></tr></xsl:template>

  <xsl:template match="db:entry|db:entrytbl">
    <xsl:variable name="spanspec" select="ancestor::db:tgroup[1]/db:spanspec[@spanname = current()/@spanname]"/>
    <xsl:variable name="from">
      <xsl:if test="@namest or $spanspec"><xsl:call-template name="h:column-number"><xsl:with-param name="name" select="(@namest|$spanspec/@namest)[1]"/></xsl:call-template></xsl:if>
    </xsl:variable>
    <xsl:variable name="to">
      <xsl:if test="@nameend or $spanspec"><xsl:call-template name="h:column-number"><xsl:with-param name="name" select="(@nameend|$spanspec/@nameend)[1]"/></xsl:call-template></xsl:if>
    </xsl:variable>
    <xsl:variable name="head" select="ancestor::db:thead"/>
    <xsl:element name="{substring('tdth', 1 + 2 * boolean($head or (ancestor::*[@rowheader = 'firstcol'] and not(preceding-sibling::*))), 2)}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="concat(substring(concat('align-', @align), 1, 99 * boolean(@align)), ' ', substring(concat('valign-', @valign), 1, 99 * boolean(@valign)))"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="$head"><xsl:attribute name="scope">col</xsl:attribute></xsl:when>
        <xsl:when test="ancestor::*[@rowheader = 'firstcol'] and not(preceding-sibling::*)"><xsl:attribute name="scope">row</xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:if test="$from != '' and $to &gt; $from"><xsl:attribute name="colspan"><xsl:value-of select="$to - $from + 1"/></xsl:attribute></xsl:if>
      <xsl:if test="@morerows &gt; 0"><xsl:attribute name="rowspan"><xsl:value-of select="@morerows + 1"/></xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="self::db:entrytbl"><table><xsl:apply-templates select="db:thead|db:tbody"/></table></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- ==== HTML ==== -->
  <xsl:template match="db:caption"><caption><xsl:call-template name="h:common"/><xsl:for-each select="parent::db:table"><xsl:variable name="n"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable><xsl:if test="$n != ''"><span class="label"><xsl:value-of select="$n"/></span><xsl:text> </xsl:text></xsl:if></xsl:for-each><xsl:apply-templates/></caption></xsl:template>
  <xsl:template match="db:tr"><tr><xsl:call-template name="h:common"/><xsl:apply-templates select="db:td|db:th"/></tr></xsl:template>
  <xsl:template match="db:td|db:th">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="@class"/></xsl:call-template>
      <xsl:copy-of select="@colspan[. &gt; 1]|@rowspan[. &gt; 1]|@headers"/>
      <xsl:copy-of select="@scope[parent::*/parent::*]"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="db:colgroup"><colgroup><xsl:copy-of select="@span"/><xsl:apply-templates select="db:col"/></colgroup></xsl:template>
  <xsl:template match="db:col"><col><xsl:copy-of select="@span"/></col></xsl:template>
</xsl:stylesheet>
