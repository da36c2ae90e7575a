<?xml version="1.0" encoding="UTF-8"?>
<!--
  tables.xsl - the geometry of CALS tables

  f:column(entry) is the number of the column in which an entry begins: named (colname,
  namest, spanname) or the next that is free.  A table without morerows is counted row by row;
  one with morerows gets a grid <h:g e="generate-id" c="column"/> first.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:exsl="http://exslt.org/common" extension-element-prefixes="func"
	exclude-result-prefixes="db h f exsl">

<!-- The number of a column by name within a tgroup (or entrytbl); 0 unknown. -->
<func:function name="f:named-column">
	<xsl:param name="group"/>
	<xsl:param name="name"/>
	<xsl:variable name="spec" select="$group/db:colspec[@colname = $name][1]"/>
	<xsl:choose>
		<xsl:when test="not($spec)"><func:result select="0"/></xsl:when>
		<xsl:otherwise><func:result select="f:spec-column($spec)"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<func:function name="f:spec-column">
	<xsl:param name="spec"/>
	<xsl:variable name="numbered" select="($spec|$spec/preceding-sibling::db:colspec)[@colnum][last()]"/>
	<xsl:choose>
		<xsl:when test="$spec/@colnum"><func:result select="number($spec/@colnum)"/></xsl:when>
		<xsl:when test="$numbered">
			<func:result select="$numbered/@colnum + count($spec/preceding-sibling::db:colspec)
				- count($numbered/preceding-sibling::db:colspec)"/>
		</xsl:when>
		<xsl:otherwise><func:result select="1 + count($spec/preceding-sibling::db:colspec)"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- Where an entry says it begins; 0 where it does not say. -->
<func:function name="f:said-column">
	<xsl:param name="entry"/>
	<xsl:param name="group"/>
	<xsl:variable name="span" select="$group/db:spanspec[@spanname = $entry/@spanname][1]"/>
	<xsl:choose>
		<xsl:when test="$span"><func:result select="f:named-column($group, string($span/@namest))"/></xsl:when>
		<xsl:when test="$entry/@namest"><func:result select="f:named-column($group, string($entry/@namest))"/></xsl:when>
		<xsl:when test="$entry/@colname"><func:result select="f:named-column($group, string($entry/@colname))"/></xsl:when>
		<xsl:otherwise><func:result select="0"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- How many columns an entry covers. -->
<func:function name="f:columns">
	<xsl:param name="entry"/>
	<xsl:param name="group"/>
	<xsl:variable name="span" select="$group/db:spanspec[@spanname = $entry/@spanname][1]"/>
	<xsl:variable name="from" select="string(($span|$entry[not($span)])/@namest)"/>
	<xsl:variable name="to" select="string(($span|$entry[not($span)])/@nameend)"/>
	<xsl:variable name="n" select="f:named-column($group, $to) - f:named-column($group, $from) + 1"/>
	<xsl:choose>
		<xsl:when test="$from != '' and $to != '' and $n &gt; 1 and f:named-column($group, $from) &gt; 0">
			<func:result select="$n"/>
		</xsl:when>
		<xsl:otherwise><func:result select="1"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- ==== widths ==== -->
<!-- A length in points; 0 where it is none. -->
<func:function name="f:points">
	<xsl:param name="l"/>
	<xsl:variable name="length" select="translate($l, ' &#9;&#10;', '')"/>
	<xsl:variable name="unit" select="translate($length, '0123456789.+-', '')"/>
	<xsl:variable name="number" select="number(translate($length, $unit, ''))"/>
	<xsl:choose>
		<xsl:when test="string($number) = 'NaN'"><func:result select="0"/></xsl:when>
		<xsl:when test="$unit = '' or $unit = 'pt'"><func:result select="$number"/></xsl:when>
		<xsl:when test="$unit = 'in'"><func:result select="$number * 72"/></xsl:when>
		<xsl:when test="$unit = 'cm'"><func:result select="$number * 28.35"/></xsl:when>
		<xsl:when test="$unit = 'mm'"><func:result select="$number * 2.835"/></xsl:when>
		<xsl:when test="$unit = 'pc' or $unit = 'pi'"><func:result select="$number * 12"/></xsl:when>
		<xsl:when test="$unit = 'px'"><func:result select="$number * 0.75"/></xsl:when>
		<xsl:when test="$unit = 'em'"><func:result select="$number * 8.5"/></xsl:when>
		<xsl:otherwise><func:result select="0"/></xsl:otherwise>
	</xsl:choose>
</func:function>
<!-- The same in pixels, which a length without a unit is. -->
<func:function name="f:in-pixels">
	<xsl:param name="length"/>
	<xsl:variable name="l" select="normalize-space($length)"/>
	<xsl:choose>
		<xsl:when test="number($l) &gt; 0"><func:result select="number($l)"/></xsl:when>
		<xsl:otherwise><func:result select="f:points($l) * 4 div 3"/></xsl:otherwise>
	</xsl:choose>
</func:function>
<func:function name="f:sum-of-widths">
	<xsl:param name="specs"/>
	<xsl:choose>
		<xsl:when test="$specs"><func:result select="f:points(string($specs[1]/@colwidth)) + f:sum-of-widths($specs[position() &gt; 1])"/></xsl:when>
		<xsl:otherwise><func:result select="0"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- An HTML width: a bare number is of pixels. -->
<func:function name="f:pixels">
	<xsl:param name="width"/>
	<func:result select="concat(normalize-space($width), substring('px', 1, 2 * (string(number($width)) != 'NaN')))"/>
</func:function>
<func:function name="f:percent">
	<xsl:param name="widths"/>
	<xsl:choose>
		<xsl:when test="$widths"><func:result select="number(concat('0', translate(substring-before($widths[1], '%'), ' +-', ''))) + f:percent($widths[position() &gt; 1])"/></xsl:when>
		<xsl:otherwise><func:result select="0"/></xsl:otherwise>
	</xsl:choose>
</func:function>
<!-- Whether the widths of some columns leave nothing for others, or ask for as little as can be:
     then their contents say how wide they are. -->
<func:function name="f:leaves-nothing">
	<xsl:param name="widths"/>
	<xsl:param name="columns"/>
	<func:result select="(count($widths[contains(., '%')]) &lt; $columns and f:percent($widths[contains(., '%')]) &gt; 99)
		or boolean($widths[normalize-space() = '0*'])"/>
</func:function>

<!-- ==== the grid ==== -->
<!-- Rows of a thead, tbody or tfoot: <h:row><h:g c="1" n="2"/>…</h:row>; busy is "|column:rows|…". -->
<xsl:template name="h:grid">
	<xsl:param name="group"/>
	<xsl:param name="row"/>
	<xsl:param name="busy" select="'|'"/>
	<h:row>
		<xsl:call-template name="h:grid-cells">
			<xsl:with-param name="group" select="$group"/>
			<xsl:with-param name="entry" select="$row/*[self::db:entry or self::db:entrytbl][1]"/>
			<xsl:with-param name="busy" select="$busy"/>
		</xsl:call-template>
	</h:row>
</xsl:template>

<xsl:template name="h:grid-cells">
	<xsl:param name="group"/>
	<xsl:param name="entry"/>
	<xsl:param name="busy"/>
	<xsl:param name="next" select="1"/>
	<xsl:if test="$entry">
		<xsl:variable name="said" select="f:said-column($entry, $group)"/>
		<xsl:variable name="column">
			<xsl:choose>
				<xsl:when test="$said &gt; 0"><xsl:value-of select="$said"/></xsl:when>
				<xsl:otherwise><xsl:value-of select="f:free($busy, $next)"/></xsl:otherwise>
			</xsl:choose>
		</xsl:variable>
		<xsl:variable name="n" select="f:columns($entry, $group)"/>
		<h:g c="{$column}" n="{$n}" r="{sum($entry/@morerows)}"/>
		<xsl:call-template name="h:grid-cells">
			<xsl:with-param name="group" select="$group"/>
			<xsl:with-param name="entry" select="$entry/following-sibling::*[self::db:entry or self::db:entrytbl][1]"/>
			<xsl:with-param name="busy" select="$busy"/>
			<xsl:with-param name="next" select="$column + $n"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- The first free column from `at` on. -->
<func:function name="f:free">
	<xsl:param name="busy"/>
	<xsl:param name="at"/>
	<xsl:choose>
		<xsl:when test="contains($busy, concat('|', $at, ':'))"><func:result select="f:free($busy, $at + 1)"/></xsl:when>
		<xsl:otherwise><func:result select="$at"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- busy after a row: what was there counts down, what the row begins is added. -->
<xsl:template name="h:busy-after">
	<xsl:param name="busy"/>
	<xsl:param name="cells"/>
	<xsl:text>|</xsl:text>
	<xsl:call-template name="h:count-down"><xsl:with-param name="busy" select="substring($busy, 2)"/></xsl:call-template>
	<xsl:for-each select="$cells[@r &gt; 0]">
		<xsl:call-template name="h:busy-columns">
			<xsl:with-param name="c" select="number(@c)"/>
			<xsl:with-param name="n" select="number(@n)"/>
			<xsl:with-param name="r" select="@r"/>
		</xsl:call-template>
	</xsl:for-each>
</xsl:template>
<xsl:template name="h:busy-columns">
	<xsl:param name="c"/>
	<xsl:param name="n"/>
	<xsl:param name="r"/>
	<xsl:if test="$n &gt; 0">
		<xsl:value-of select="concat($c, ':', $r, '|')"/>
		<xsl:call-template name="h:busy-columns">
			<xsl:with-param name="c" select="$c + 1"/>
			<xsl:with-param name="n" select="$n - 1"/>
			<xsl:with-param name="r" select="$r"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>
<xsl:template name="h:count-down">
	<xsl:param name="busy"/>
	<xsl:if test="contains($busy, '|')">
		<xsl:variable name="one" select="substring-before($busy, '|')"/>
		<xsl:if test="substring-after($one, ':') &gt; 1">
			<xsl:value-of select="concat(substring-before($one, ':'), ':', substring-after($one, ':') - 1, '|')"/>
		</xsl:if>
		<xsl:call-template name="h:count-down"><xsl:with-param name="busy" select="substring-after($busy, '|')"/></xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- Most tables say nothing of how their cells stand: these are known at once. -->
<xsl:key name="h:silent" match="db:tgroup[not(.//@align|.//@valign|.//@rowsep|.//@colsep
	|ancestor::*/@align|ancestor::*/@valign|ancestor::*/@rowsep|ancestor::*/@colsep)]" use="generate-id()"/>

<!-- An attribute of a cell that row, column, tgroup or table may give: align, valign, rowsep, colsep.
     A row itself stands for the cells that it leaves out. -->
<func:function name="f:cell-att">
	<xsl:param name="entry"/>
	<xsl:param name="group"/>
	<xsl:param name="column"/>
	<xsl:param name="name"/>
	<xsl:choose>
		<xsl:when test="key('h:silent', generate-id($group))"><func:result select="''"/></xsl:when>
		<xsl:otherwise><func:result select="f:said-att($entry, $group, $column, $name)"/></xsl:otherwise>
	</xsl:choose>
</func:function>
<func:function name="f:said-att">
	<xsl:param name="entry"/>
	<xsl:param name="group"/>
	<xsl:param name="column"/>
	<xsl:param name="name"/>
	<xsl:variable name="span" select="$group/db:spanspec[@spanname = $entry/@spanname][1]"/>
	<xsl:variable name="spec" select="$group/db:colspec[f:spec-column(.) = $column][1]"/>
	<xsl:variable name="table" select="$group/ancestor-or-self::*[self::db:table or self::db:informaltable][1]"/>
	<xsl:variable name="row" select="$entry/ancestor-or-self::*[self::db:row][1]"/>
	<xsl:variable name="said" select="$entry[not(self::db:row)]/@*[local-name() = $name]"/>
	<xsl:choose>
		<xsl:when test="$said"><func:result select="string($said)"/></xsl:when>
		<xsl:when test="$span/@*[local-name() = $name]"><func:result select="string($span/@*[local-name() = $name])"/></xsl:when>
		<xsl:when test="$row/@*[local-name() = $name]"><func:result select="string($row/@*[local-name() = $name])"/></xsl:when>
		<xsl:when test="$spec/@*[local-name() = $name]"><func:result select="string($spec/@*[local-name() = $name])"/></xsl:when>
		<xsl:when test="$row/../@*[local-name() = $name]"><func:result select="string($row/../@*[local-name() = $name])"/></xsl:when>
		<xsl:when test="$group/@*[local-name() = $name]"><func:result select="string($group/@*[local-name() = $name])"/></xsl:when>
		<xsl:when test="$table/@*[local-name() = $name]"><func:result select="string($table/@*[local-name() = $name])"/></xsl:when>
		<xsl:otherwise><func:result select="''"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- ==== align="char" ==== -->
<!-- The string that a cell is aligned on: what char says, else what parts fractions in its language. -->
<func:function name="f:axis">
	<xsl:param name="cell"/>
	<xsl:param name="char"/>
	<xsl:variable name="lang" select="$cell/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
	<xsl:choose>
		<xsl:when test="$char != ''"><func:result select="$char"/></xsl:when>
		<xsl:when test="$lang"><func:result select="h:decimal(string($lang))"/></xsl:when>
		<xsl:otherwise><func:result select="'.'"/></xsl:otherwise>
	</xsl:choose>
</func:function>
<!-- How far it stands from the start, in per cent of the cell; half way where a CALS table does not say. -->
<func:function name="f:axis-offset">
	<xsl:param name="charoff"/>
	<xsl:variable name="share" select="number(translate($charoff, ' %', ''))"/>
	<xsl:choose>
		<xsl:when test="$share &gt;= 0 and $share &lt;= 100"><func:result select="$share"/></xsl:when>
		<xsl:otherwise><func:result select="50"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- ==== HTML tables ==== -->
<!-- align or valign of a td or th: its own, that of its column, its row, its group of rows.  Columns
     are counted where no cell above reaches down. -->
<func:function name="f:html-att">
	<xsl:param name="cell"/>
	<xsl:param name="name"/>
	<xsl:variable name="table" select="$cell/ancestor::*[self::db:table or self::db:informaltable][1]"/>
	<xsl:variable name="row" select="$cell/.."/>
	<xsl:variable name="columns" select="($table/db:col|$table/db:colgroup/db:col|$table/db:colgroup[not(db:col)])[@align or @valign or ../@align or ../@valign]"/>
	<xsl:choose>
		<xsl:when test="$cell/@*[name() = $name]"><func:result select="string($cell/@*[name() = $name])"/></xsl:when>
		<xsl:when test="$columns and not($table//@rowspan)">
			<xsl:variable name="before" select="$cell/preceding-sibling::*"/>
			<xsl:variable name="at" select="1 + sum($before/@colspan) + count($before[not(@colspan)])"/>
			<xsl:variable name="column" select="$columns[$at &gt; f:columns-before(.)][$at &lt;= f:columns-before(.) + f:columns-of(.)]"/>
			<func:result select="string(($column/@*[name() = $name]|$column/parent::db:colgroup/@*[name() = $name]|$row/@*[name() = $name]|$row/../@*[name() = $name])[last()])"/>
		</xsl:when>
		<xsl:otherwise><func:result select="string(($row/@*[name() = $name]|$row[not(@*[name() = $name])]/parent::*[not(self::db:table or self::db:informaltable)]/@*[name() = $name])[1])"/></xsl:otherwise>
	</xsl:choose>
</func:function>
<func:function name="f:columns-of">
	<xsl:param name="col"/>
	<func:result select="sum($col/@span) + not($col/@span)"/>
</func:function>
<func:function name="f:columns-before">
	<xsl:param name="col"/>
	<xsl:variable name="before" select="($col/preceding-sibling::*|$col/parent::db:colgroup/preceding-sibling::*)[self::db:col or self::db:colgroup[not(db:col)]]|$col/parent::db:colgroup/preceding-sibling::db:colgroup/db:col"/>
	<func:result select="sum($before/@span) + count($before[not(@span)])"/>
</func:function>

</xsl:stylesheet>
