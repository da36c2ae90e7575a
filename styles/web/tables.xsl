<?xml version="1.0" encoding="UTF-8"?>
<!--
  tables.xsl - CALS and HTML tables

  A table stands in a region of its own that scrolls sideways on a narrow screen.  Widths of
  columns are classes (w-1 … w-100, per cent): no style attribute is ever written.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common"
  exclude-result-prefixes="db h f exsl">

  <xsl:template match="db:table|db:informaltable">
    <xsl:variable name="named" select="db:title or db:info/db:title or db:caption"/>
    <div class="scroll" tabindex="0">
      <xsl:attribute name="role">
        <xsl:choose><xsl:when test="$named">region</xsl:when><xsl:otherwise>group</xsl:otherwise></xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="db:caption and not(db:title or db:info/db:title)">
            <xsl:if test="self::db:table"><xsl:apply-templates select="." mode="h:full-label"/><xsl:text> </xsl:text></xsl:if>
            <xsl:value-of select="normalize-space(db:caption)"/>
          </xsl:when>
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
                <xsl:call-template name="h:common"><xsl:with-param name="class"><xsl:value-of select="concat('cals frame-', @frame)"/><xsl:call-template name="h:table-style"/></xsl:with-param></xsl:call-template>
              </xsl:for-each>
              <xsl:if test="position() = 1 and $named"><caption><xsl:for-each select="$table"><xsl:call-template name="h:caption"/></xsl:for-each></caption></xsl:if>
              <xsl:call-template name="h:columns"/>
              <xsl:apply-templates select="db:thead"/>
              <xsl:apply-templates select="db:tbody"/>
              <xsl:apply-templates select="db:tfoot"/>
            </table>
          </xsl:for-each>
          <xsl:apply-templates select="db:textobject"/>
        </xsl:when>
        <xsl:when test="db:mediaobject|db:graphic">
          <div><xsl:call-template name="h:common"/><p class="title"><xsl:call-template name="h:caption"/></p><xsl:apply-templates select="db:mediaobject"/></div>
        </xsl:when>
        <xsl:otherwise>
          <table>
            <xsl:call-template name="h:common"><xsl:with-param name="class"><xsl:value-of select="@class"/><xsl:call-template name="h:html-frame"/><xsl:call-template name="h:table-style"/></xsl:with-param></xsl:call-template>
            <xsl:if test="(db:title or db:info/db:title) and not(db:caption)"><caption><xsl:call-template name="h:caption"/></caption></xsl:if>
            <xsl:apply-templates select="db:caption"/>
            <!-- columns without shares say nothing here, and often there are more or fewer than the table has -->
            <xsl:if test="(db:col|db:colgroup|db:colgroup/db:col)[contains(@width, '%')]">
              <xsl:apply-templates select="db:colgroup"/>
              <xsl:if test="db:col"><colgroup><xsl:apply-templates select="db:col"/></colgroup></xsl:if>
            </xsl:if>
            <xsl:apply-templates select="db:thead"/>
            <xsl:apply-templates select="db:tbody"/>
            <xsl:if test="db:tr"><tbody><xsl:apply-templates select="db:tr"/></tbody></xsl:if>
            <xsl:apply-templates select="db:tfoot"/>
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
    <xsl:call-template name="h:block-info"/>
  </xsl:template>

  <!-- <?dbhtml table-width="50%"?>, or width where it is a share; tabstyle="striped" -->
  <xsl:template name="h:table-style">
    <xsl:variable name="said" select="f:said(processing-instruction('dbhtml'), 'table-width')"/>
    <xsl:call-template name="h:share-class"><xsl:with-param name="length" select="concat($said, @width[$said = ''])"/></xsl:call-template>
    <xsl:if test="(@tabstyle|db:tgroup/@tgroupstyle) = 'striped'"> striped</xsl:if>
  </xsl:template>

  <!-- A background of its own: one colour stands for all, that suits light and dark. -->
  <xsl:template name="h:tint">
    <xsl:if test="@bgcolor or contains(@style, 'background') or processing-instruction()[self::processing-instruction('dbhtml') or self::processing-instruction('dbfo')][contains(concat(' ', .), ' bgcolor=')]
      or processing-instruction('db')[contains(., 'background')]"> tinted</xsl:if>
  </xsl:template>

  <!-- ==== columns ==== -->
  <!-- Widths are per cent: of shares where all columns have shares, of lengths where all have lengths. -->
  <xsl:template name="h:columns">
    <xsl:variable name="specs" select="db:colspec"/>
    <xsl:variable name="shares" select="count($specs[contains(@colwidth, '*') and not(contains(@colwidth, '+'))])"/>
    <xsl:variable name="lengths" select="count($specs[@colwidth and not(contains(@colwidth, '*'))])"/>
    <xsl:if test="count($specs) = @cols and ($shares = @cols or $lengths = @cols)">
      <xsl:variable name="widths">
        <xsl:for-each select="$specs"><h:w><xsl:call-template name="h:width"/></h:w></xsl:for-each>
      </xsl:variable>
      <xsl:variable name="total" select="sum(exsl:node-set($widths)/h:w)"/>
      <xsl:if test="$total &gt; 0">
        <colgroup>
          <xsl:for-each select="exsl:node-set($widths)/h:w"><col class="w-{round(100 * . div $total)}"/></xsl:for-each>
        </colgroup>
      </xsl:if>
    </xsl:if>
  </xsl:template>
  <!-- A share, or a length in points. -->
  <xsl:template name="h:width">
    <xsl:variable name="w" select="normalize-space(@colwidth)"/>
    <xsl:variable name="unit" select="translate($w, '0123456789.* ', '')"/>
    <xsl:variable name="n" select="number(translate($w, 'abcdefghijklmnopqrstuvwxyz%* ', ''))"/>
    <xsl:variable name="points">
      <xsl:choose>
        <xsl:when test="$unit = 'in'">72</xsl:when><xsl:when test="$unit = 'cm'">28.35</xsl:when>
        <xsl:when test="$unit = 'mm'">2.835</xsl:when><xsl:when test="$unit = 'pc' or $unit = 'pi' or $unit = 'em'">12</xsl:when>
        <xsl:when test="$unit = 'px'">0.75</xsl:when><xsl:otherwise>1</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$n &gt;= 0"><xsl:value-of select="$n * $points"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== rows and cells ==== -->
  <xsl:template match="db:thead|db:tbody|db:tfoot">
    <xsl:variable name="group" select="(..|self::*[db:colspec])[last()]"/>
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:call-template name="h:common"/>
      <xsl:choose>
        <xsl:when test="db:row/*/@morerows"><xsl:apply-templates select="db:row[1]"><xsl:with-param name="group" select="$group"/><xsl:with-param name="chained" select="1"/></xsl:apply-templates></xsl:when>
        <xsl:when test="db:row"><xsl:apply-templates select="db:row"><xsl:with-param name="group" select="$group"/></xsl:apply-templates></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="db:tr"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- Where cells reach over rows, row after row: the columns they cover are handed on. -->
  <xsl:template match="db:row">
    <xsl:param name="group"/>
    <xsl:param name="chained"/>
    <xsl:param name="busy" select="'|'"/>
    <xsl:variable name="cells">
      <xsl:if test="$busy != '|' or *[@morerows or @namest or @spanname or @colname or self::db:entrytbl]">
        <xsl:call-template name="h:grid"><xsl:with-param name="group" select="$group"/><xsl:with-param name="row" select="."/><xsl:with-param name="busy" select="$busy"/></xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="grid" select="exsl:node-set($cells)/h:row/h:g"/>
    <tr>
      <xsl:call-template name="h:common"><xsl:with-param name="class"><xsl:call-template name="h:tint"/></xsl:with-param></xsl:call-template>
      <xsl:for-each select="db:entry|db:entrytbl">
        <xsl:variable name="k" select="position()"/>
        <xsl:variable name="cell" select="$grid[$k]"/>
        <xsl:variable name="column" select="sum($cell/@c) + $k * not($cell)"/>
        <xsl:if test="$cell">
          <xsl:call-template name="h:gap">
            <xsl:with-param name="from" select="sum($grid[$k - 1]/@c) + sum($grid[$k - 1]/@n) + ($k = 1)"/>
            <xsl:with-param name="to" select="$column"/>
            <xsl:with-param name="busy" select="$busy"/>
            <xsl:with-param name="group" select="$group"/>
            <xsl:with-param name="row" select=".."/>
          </xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select=".">
          <xsl:with-param name="group" select="$group"/>
          <xsl:with-param name="column" select="$column"/>
          <xsl:with-param name="n" select="sum($cell/@n) + not($cell)"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <xsl:variable name="entries" select="count(db:entry|db:entrytbl)"/>
      <xsl:call-template name="h:gap">
        <xsl:with-param name="from" select="sum($grid[last()]/@c) + sum($grid[last()]/@n) + not($grid) * ($entries + 1)"/>
        <xsl:with-param name="to" select="$group/@cols + 1"/>
        <xsl:with-param name="busy" select="$busy"/>
        <xsl:with-param name="group" select="$group"/>
        <xsl:with-param name="row" select="."/>
      </xsl:call-template>
    </tr>
    <xsl:if test="$chained">
      <xsl:apply-templates select="following-sibling::db:row[1]">
        <xsl:with-param name="group" select="$group"/>
        <xsl:with-param name="chained" select="1"/>
        <xsl:with-param name="busy">
          <xsl:choose>
            <xsl:when test="$grid"><xsl:call-template name="h:busy-after"><xsl:with-param name="busy" select="$busy"/><xsl:with-param name="cells" select="$grid"/></xsl:call-template></xsl:when>
            <xsl:otherwise>|</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <!-- Empty cells for columns that a row leaves out, ruled as its others are. -->
  <xsl:template name="h:gap">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:param name="busy"/>
    <xsl:param name="group"/>
    <xsl:param name="row"/>
    <xsl:if test="$from &lt; $to">
      <xsl:if test="not(contains($busy, concat('|', $from, ':')))">
        <xsl:variable name="class"><xsl:for-each select="$row"><xsl:call-template name="h:cell-rules"><xsl:with-param name="group" select="$group"/><xsl:with-param name="column" select="$from"/></xsl:call-template></xsl:for-each></xsl:variable>
        <td><xsl:if test="$class != ''"><xsl:attribute name="class"><xsl:value-of select="normalize-space($class)"/></xsl:attribute></xsl:if></td>
      </xsl:if>
      <xsl:call-template name="h:gap">
        <xsl:with-param name="from" select="$from + 1"/>
        <xsl:with-param name="to" select="$to"/>
        <xsl:with-param name="busy" select="$busy"/>
        <xsl:with-param name="group" select="$group"/>
        <xsl:with-param name="row" select="$row"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:entry|db:entrytbl">
    <xsl:param name="group"/>
    <xsl:param name="column"/>
    <xsl:param name="n" select="1"/>
    <!-- an empty cell heads nothing -->
    <xsl:variable name="head" select="ancestor::db:thead[1][current()[* or normalize-space()]]"/>
    <xsl:variable name="row-head" select="ancestor::*[@rowheader][1]/@rowheader = 'firstcol' and $column = 1 and (* or normalize-space())"/>
    <xsl:element name="{substring('tdth', 1 + 2 * boolean($head or $row-head), 2)}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:call-template name="h:common">
        <xsl:with-param name="class">
          <xsl:call-template name="h:cell-class"><xsl:with-param name="group" select="$group"/><xsl:with-param name="column" select="$column"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:if test="$group and f:cell-att(., $group, $column, 'align') = 'char'">
        <xsl:attribute name="data-axis"><xsl:value-of select="f:axis(., f:cell-att(., $group, $column, 'char'))"/></xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$head and $n &gt; 1"><xsl:attribute name="scope">colgroup</xsl:attribute></xsl:when>
        <xsl:when test="$head"><xsl:attribute name="scope">col</xsl:attribute></xsl:when>
        <xsl:when test="$row-head and @morerows &gt; 0"><xsl:attribute name="scope">rowgroup</xsl:attribute></xsl:when>
        <xsl:when test="$row-head"><xsl:attribute name="scope">row</xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:if test="$n &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="$n"/></xsl:attribute></xsl:if>
      <xsl:if test="@morerows &gt; 0"><xsl:attribute name="rowspan"><xsl:value-of select="@morerows + 1"/></xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="self::db:entrytbl"><table class="inner"><xsl:apply-templates select="db:thead|db:tbody"/></table></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- How a cell is aligned, turned and ruled: said by itself, its row, column or table. -->
  <xsl:template name="h:cell-class">
    <xsl:param name="group"/>
    <xsl:param name="column"/>
    <xsl:if test="$group">
      <xsl:variable name="align" select="f:cell-att(., $group, $column, 'align')"/>
      <xsl:variable name="valign" select="f:cell-att(., $group, $column, 'valign')"/>
      <xsl:if test="$align != '' and $align != 'left'"><xsl:value-of select="concat('align-', $align, ' ')"/></xsl:if>
      <xsl:if test="$align = 'char'">
        <xsl:call-template name="h:axis-class"><xsl:with-param name="share" select="f:axis-offset(f:cell-att(., $group, $column, 'charoff'))"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="$valign != '' and $valign != 'top'"><xsl:value-of select="concat('valign-', $valign, ' ')"/></xsl:if>
      <xsl:call-template name="h:cell-rules"><xsl:with-param name="group" select="$group"/><xsl:with-param name="column" select="$column"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@rotate = 1">rotated</xsl:if>
    <xsl:call-template name="h:tint"/>
  </xsl:template>

  <!-- Where a column stands that is aligned on a string (src/web/axes.c): at the end but for these. -->
  <xsl:template name="h:axis-class">
    <xsl:param name="share"/>
    <xsl:choose>
      <xsl:when test="$share &lt; 30">axis-start </xsl:when>
      <xsl:when test="$share &lt;= 70">axis-center </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="h:cell-rules">
    <xsl:param name="group"/>
    <xsl:param name="column"/>
    <xsl:if test="f:cell-att(., $group, $column, 'rowsep') = '0'">no-rowsep </xsl:if>
    <xsl:variable name="colsep" select="f:cell-att(., $group, $column, 'colsep')"/>
    <xsl:if test="$colsep = '1' or ($colsep = '' and $group/../@frame = 'all')">colsep </xsl:if>
  </xsl:template>

  <!-- ==== HTML ==== -->
  <xsl:template match="db:caption"><div class="caption"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="db:table/db:caption|db:informaltable/db:caption"><caption><xsl:call-template name="h:common"/><xsl:for-each select="parent::db:table"><xsl:variable name="n"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable><xsl:if test="$n != ''"><span class="label"><xsl:value-of select="$n"/></span><xsl:text> </xsl:text></xsl:if></xsl:for-each><xsl:apply-templates/></caption></xsl:template>
  <xsl:template match="db:tr"><tr><xsl:call-template name="h:common"><xsl:with-param name="class"><xsl:call-template name="h:tint"/></xsl:with-param></xsl:call-template><xsl:apply-templates select="db:td|db:th"/></tr></xsl:template>
  <xsl:template match="db:td|db:th">
    <xsl:element name="{substring('tdth', 1 + 2 * boolean(self::db:th[* or normalize-space()]), 2)}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:call-template name="h:common"><xsl:with-param name="class">
        <xsl:value-of select="concat(@class, ' ')"/>
        <xsl:variable name="align" select="f:html-att(., 'align')"/>
        <xsl:variable name="valign" select="f:html-att(., 'valign')"/>
        <xsl:if test="$align != ''"><xsl:value-of select="concat('align-', $align, ' ')"/></xsl:if>
        <xsl:if test="$align = 'char'">
          <xsl:call-template name="h:axis-class"><xsl:with-param name="share" select="number(substring-before(concat(f:html-att(., 'charoff'), '%'), '%'))"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$valign != ''"><xsl:value-of select="concat('valign-', $valign, ' ')"/></xsl:if>
        <xsl:call-template name="h:tint"/>
      </xsl:with-param></xsl:call-template>
      <xsl:if test="f:html-att(., 'align') = 'char'"><xsl:attribute name="data-axis"><xsl:value-of select="f:axis(., f:html-att(., 'char'))"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="@colspan[. &gt; 1]|@rowspan[. &gt; 1]|@headers|self::db:th[* or normalize-space()]/@scope|self::db:th[* or normalize-space()]/@abbr"/>
      <xsl:if test="self::db:th[* or normalize-space()] and not(@scope)">
        <xsl:attribute name="scope"><xsl:value-of select="substring('rowcol', 1 + 3 * boolean(ancestor::db:thead or not(../db:td)), 3)"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="db:colgroup"><colgroup><xsl:copy-of select="@span[not(../db:col)]"/><xsl:call-template name="h:col-width"/><xsl:apply-templates select="db:col"/></colgroup></xsl:template>
  <xsl:template match="db:col"><col><xsl:copy-of select="@span"/><xsl:call-template name="h:col-width"/></col></xsl:template>
  <xsl:template name="h:col-width">
    <xsl:variable name="n" select="round(number(substring-before(@width, '%')))"/>
    <xsl:if test="$n &gt;= 1 and $n &lt;= 100"><xsl:attribute name="class"><xsl:value-of select="concat('w-', $n)"/></xsl:attribute></xsl:if>
  </xsl:template>
  <!-- The frame around a table and the rules within: those of frame and rules, with border all. -->
  <xsl:template name="h:html-frame">
    <xsl:choose>
      <xsl:when test="@frame = 'box' or @frame = 'border' or (not(@frame) and @border &gt; 0)"> frame-all</xsl:when>
      <xsl:when test="@frame = 'void'"> frame-none</xsl:when>
      <xsl:when test="@frame = 'vsides'"> frame-sides</xsl:when>
      <xsl:when test="@frame = 'above'"> frame-top</xsl:when>
      <xsl:when test="@frame = 'below'"> frame-bottom</xsl:when>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@rules"><xsl:value-of select="concat(' rules-', @rules)"/></xsl:when>
      <xsl:when test="@border &gt; 0"> rules-all</xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
