<?xml version="1.0" encoding="UTF-8"?>
<!--
  tables.xsl - CALS and HTML tables

  The look is that of a book: strong rules above and below, a thin one under the head, hair
  lines between rows; frame, rowsep and colsep say otherwise where they are given.  A table with
  role="form" is to be filled in: it is ruled all around, and rows with an empty cell leave room
  to write, more where they have role="tall".
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:exsl="http://exslt.org/common" extension-element-prefixes="func"
	xmlns:axf="http://www.antennahouse.com/names/XSL/Extensions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f exsl">

<!-- ==== the whole ==== -->
<xsl:template match="db:table|db:informaltable">
	<xsl:choose>
		<xsl:when test="(@orient = 'land' or processing-instruction('landscape')) and not(ancestor::*[not(self::db:set
			or self::db:book or self::db:part or self::db:reference or self::db:chapter or self::db:appendix or self::db:preface
			or self::db:article or self::db:topic or self::db:section or self::db:sect1 or self::db:sect2 or self::db:sect3
			or self::db:sect4 or self::db:sect5 or self::db:simplesect)])">
			<!-- pages of its own, that pages.xsl makes of this: it may go on over several -->
			<h:turned><xsl:call-template name="table-whole"/></h:turned>
		</xsl:when>
		<xsl:when test="@orient = 'land' or processing-instruction('landscape')">
			<!-- the lines of a turned table are as long as the page is high -->
			<fo:block-container reference-orientation="90" inline-progression-dimension="{$type.height}" break-before="page"
				break-after="page" start-indent="0pt" role="Div">
				<xsl:call-template name="table-whole"/>
			</fo:block-container>
		</xsl:when>
		<xsl:otherwise><xsl:call-template name="floating"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:table|db:informaltable" mode="whole"><xsl:call-template name="table-whole"/></xsl:template>

<xsl:template name="table-whole">
	<!-- many columns want the whole type area -->
	<xsl:variable name="wide" select="@pgwide = 1 or processing-instruction('dbfo')[contains(., 'pgwide=&quot;1&quot;')] or @orient = 'land' or db:tgroup[@cols &gt; 4]
		or (db:tbody|self::*)/db:tr[1][count(*) &gt; 4]"/>
	<xsl:variable name="room"><xsl:for-each select="db:tgroup[1]"><xsl:call-template name="room"/></xsl:for-each></xsl:variable>
	<xsl:variable name="too-wide" select="db:tgroup[1][db:colspec[@colwidth] and f:sum-of-widths(db:colspec) &gt; $room]"/>
	<xsl:variable name="nested" select="ancestor::db:listitem or ancestor::db:step or ancestor::db:note
		or ancestor::db:entry or ancestor::db:td or ancestor::db:sidebar"/>
	<xsl:variable name="notes" select=".//db:footnote"/>
	<fo:block role="Div" xsl:use-attribute-sets="formal">
		<xsl:if test="($wide or $too-wide) and not($nested)"><xsl:attribute name="start-indent">0pt</xsl:attribute></xsl:if>
		<!-- short enough to stay in one piece; a form is copied, so it stays whole where it can -->
		<xsl:call-template name="keep">
			<xsl:with-param name="wanted" select="not((.//db:row|.//db:tr)[8]) and string-length(.) &lt; 1000"/>
		</xsl:call-template>
		<xsl:if test="@role = 'form' and not((.//db:row)[20])">
			<xsl:attribute name="keep-together.within-column">always</xsl:attribute>
		</xsl:if>
		<xsl:call-template name="target"/>
		<xsl:if test="db:title or db:info/db:title or (self::db:table and db:caption)">
			<fo:block role="Caption" xsl:use-attribute-sets="caption" space-after="5pt"
				keep-with-next.within-column="always">
				<xsl:choose>
					<xsl:when test="db:title or db:info/db:title"><xsl:call-template name="caption-line"/></xsl:when>
					<xsl:otherwise>
						<xsl:variable name="label"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable>
						<fo:inline xsl:use-attribute-sets="caption.label"><xsl:value-of select="$label"/></fo:inline>
						<xsl:text>&#x2002;</xsl:text>
						<xsl:apply-templates select="db:caption/node()"/>
					</xsl:otherwise>
				</xsl:choose>
			</fo:block>
		</xsl:if>
		<xsl:choose>
			<xsl:when test="db:tgroup">
				<xsl:apply-templates select="db:textobject[not(db:phrase)]"/>
				<xsl:apply-templates select="db:tgroup"/>
			</xsl:when>
			<xsl:when test="db:mediaobject|db:graphic"><xsl:apply-templates select="db:mediaobject|db:graphic"/></xsl:when>
			<xsl:otherwise><xsl:call-template name="html-table"/></xsl:otherwise>
		</xsl:choose>
		<xsl:if test="$notes">
			<fo:block role="NonStruct" space-before="{$quarter}" xsl:use-attribute-sets="caption">
				<!-- "a", but after "z" "aa" -->
				<fo:list-block role="NonStruct" provisional-distance-between-starts="{8 + 5 * boolean($notes[27])}pt" provisional-label-separation="1pt">
					<xsl:for-each select="$notes">
						<fo:list-item role="Note">
							<xsl:call-template name="target"/>
							<fo:list-item-label end-indent="label-end()" role="Lbl">
								<fo:block role="NonStruct"><fo:inline baseline-shift="super" font-size="0.75em"><xsl:apply-templates select="." mode="h:label"/></fo:inline></fo:block>
							</fo:list-item-label>
							<fo:list-item-body start-indent="body-start()" role="NonStruct">
								<fo:block role="NonStruct"><xsl:apply-templates/></fo:block>
							</fo:list-item-body>
						</fo:list-item>
					</xsl:for-each>
				</fo:list-block>
			</fo:block>
		</xsl:if>
		<xsl:if test="db:caption and (db:title or db:info/db:title or self::db:informaltable)">
			<fo:block xsl:use-attribute-sets="caption" space-before="{$quarter}"><xsl:apply-templates select="db:caption/node()"/></fo:block>
		</xsl:if>
		<xsl:call-template name="division-info"/>
	</fo:block>
</xsl:template>

<!-- ==== CALS ==== -->
<xsl:template match="db:tgroup">
	<xsl:variable name="frame">
		<xsl:value-of select="../@frame"/>
		<xsl:if test="../@role = 'form' and not(../@frame)">all</xsl:if>
	</xsl:variable>
	<fo:table table-layout="fixed" width="100%" border-collapse="collapse" xsl:use-attribute-sets="table.text">
		<!-- where nothing is said of the columns their contents say how wide they are; proportions
		     bend where words would be cut -->
		<xsl:if test="not(db:colspec/@colwidth) or db:colspec[contains(@colwidth, '*')] or f:leaves-nothing(db:colspec/@colwidth, @cols)"><xsl:attribute name="table-layout">auto</xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<xsl:call-template name="table-width"/>
		<xsl:call-template name="frame"><xsl:with-param name="frame" select="$frame"/></xsl:call-template>
		<xsl:call-template name="columns"/>
		<xsl:apply-templates select="db:thead"/>
		<xsl:apply-templates select="db:tfoot"/>
		<xsl:apply-templates select="db:tbody"/>
	</fo:table>
</xsl:template>

<!-- <?dbfo table-width="50%"?> in the table -->
<xsl:template name="table-width">
	<xsl:variable name="said">
		<xsl:for-each select="ancestor-or-self::*[self::db:table or self::db:informaltable][1][processing-instruction('dbfo')]">
			<xsl:call-template name="dbfo"><xsl:with-param name="name" select="'table-width'"/></xsl:call-template>
		</xsl:for-each>
	</xsl:variable>
	<xsl:if test="$said != '' and $said != 'auto'">
		<xsl:attribute name="width"><xsl:value-of select="$said"/></xsl:attribute>
	</xsl:if>
</xsl:template>

<xsl:template name="frame">
	<xsl:param name="frame"/>
	<xsl:choose>
		<xsl:when test="$frame = 'none' or $frame = 'void'"/>
		<xsl:when test="$frame = 'all' or $frame = 'box' or $frame = 'border'">
			<xsl:attribute name="border"><xsl:value-of select="$table.rule.head"/></xsl:attribute>
		</xsl:when>
		<xsl:when test="$frame = 'sides' or $frame = 'vsides'">
			<xsl:attribute name="border-left"><xsl:value-of select="$table.rule.head"/></xsl:attribute>
			<xsl:attribute name="border-right"><xsl:value-of select="$table.rule.head"/></xsl:attribute>
		</xsl:when>
		<xsl:when test="$frame = 'top' or $frame = 'above'">
			<xsl:attribute name="border-top"><xsl:value-of select="$table.rule.strong"/></xsl:attribute>
		</xsl:when>
		<xsl:when test="$frame = 'bottom' or $frame = 'below'">
			<xsl:attribute name="border-bottom"><xsl:value-of select="$table.rule.strong"/></xsl:attribute>
		</xsl:when>
		<xsl:otherwise>
			<xsl:attribute name="border-top"><xsl:value-of select="$table.rule.strong"/></xsl:attribute>
			<xsl:attribute name="border-bottom"><xsl:value-of select="$table.rule.strong"/></xsl:attribute>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:thead">
	<fo:table-header start-indent="0pt" end-indent="0pt" font-weight="bold" hyphenate="false">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="rows"/>
	</fo:table-header>
</xsl:template>
<xsl:template match="db:tfoot">
	<fo:table-footer start-indent="0pt" end-indent="0pt"><xsl:call-template name="atts"/><xsl:call-template name="rows"/></fo:table-footer>
</xsl:template>
<xsl:template match="db:tbody">
	<fo:table-body start-indent="0pt" end-indent="0pt"><xsl:call-template name="atts"/><xsl:call-template name="rows"/></fo:table-body>
</xsl:template>

<xsl:template name="rows">
	<xsl:choose>
		<xsl:when test="db:tr"><xsl:apply-templates select="db:tr"/></xsl:when>
		<xsl:when test="db:row/*/@morerows">
			<xsl:call-template name="rows-with-spans"><xsl:with-param name="row" select="db:row[1]"/></xsl:call-template>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="group" select="(ancestor::db:tgroup|ancestor::db:entrytbl)[last()]"/>
			<xsl:for-each select="db:row">
				<xsl:call-template name="row">
					<xsl:with-param name="group" select="$group"/>
				</xsl:call-template>
			</xsl:for-each>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template name="rows-with-spans">
	<xsl:param name="row"/>
	<xsl:param name="busy" select="'|'"/>
	<xsl:if test="$row">
		<xsl:variable name="group" select="(ancestor::db:tgroup|ancestor::db:entrytbl)[last()]"/>
		<xsl:variable name="grid">
			<xsl:call-template name="h:grid">
				<xsl:with-param name="group" select="$group"/>
				<xsl:with-param name="row" select="$row"/>
				<xsl:with-param name="busy" select="$busy"/>
			</xsl:call-template>
		</xsl:variable>
		<xsl:variable name="cells" select="exsl:node-set($grid)/h:row/h:g"/>
		<xsl:for-each select="$row">
			<xsl:call-template name="row">
				<xsl:with-param name="group" select="$group"/>
				<xsl:with-param name="cells" select="$cells"/>
				<xsl:with-param name="busy" select="$busy"/>
			</xsl:call-template>
		</xsl:for-each>
		<xsl:variable name="after">
			<xsl:call-template name="h:busy-after">
				<xsl:with-param name="busy" select="$busy"/>
				<xsl:with-param name="cells" select="$cells"/>
			</xsl:call-template>
		</xsl:variable>
		<xsl:call-template name="rows-with-spans">
			<xsl:with-param name="row" select="$row/following-sibling::db:row[1]"/>
			<xsl:with-param name="busy" select="string($after)"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- The places of cells that follow one another, as most do: made once. -->
<xsl:variable name="plain-row">
	<xsl:call-template name="plain-cells"/>
</xsl:variable>
<xsl:variable name="plain-grid" select="exsl:node-set($plain-row)/h:g"/>
<xsl:template name="plain-cells">
	<xsl:param name="c" select="1"/>
	<h:g c="{$c}" n="1" r="0"/>
	<xsl:if test="$c &lt; 40"><xsl:call-template name="plain-cells"><xsl:with-param name="c" select="$c + 1"/></xsl:call-template></xsl:if>
</xsl:template>

<xsl:template name="row">
	<xsl:param name="group"/>
	<xsl:param name="cells" select="/.."/>
	<xsl:param name="busy" select="'|'"/>
	<xsl:variable name="plain" select="not($cells or db:entrytbl or db:entry[@colname or @namest or @spanname] or db:entry[41])"/>
	<xsl:variable name="here">
		<xsl:choose>
			<xsl:when test="$plain"/>
			<xsl:when test="$cells"><xsl:copy-of select="$cells"/></xsl:when>
			<xsl:otherwise>
				<xsl:variable name="grid">
					<xsl:call-template name="h:grid">
						<xsl:with-param name="group" select="$group"/>
						<xsl:with-param name="row" select="."/>
					</xsl:call-template>
				</xsl:variable>
				<xsl:copy-of select="exsl:node-set($grid)/h:row/h:g"/>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:variable name="grid" select="exsl:node-set($here)/h:g|$plain-grid[$plain]"/>
	<xsl:variable name="last" select="not(following-sibling::db:row)"/>
	<fo:table-row>
		<xsl:call-template name="atts"/>
		<xsl:if test="not((ancestor::db:tbody)) or string-length(.) &lt; 1200">
			<xsl:attribute name="keep-together.within-column">always</xsl:attribute>
		</xsl:if>
		<xsl:if test="$group/../@role = 'form' and ancestor::db:tbody and db:entry[2] and db:entry[not(node())]">
			<xsl:attribute name="height">
				<xsl:choose>
					<xsl:when test="@role = 'tall'"><xsl:value-of select="$form.tall"/></xsl:when>
					<xsl:otherwise><xsl:value-of select="$form.row"/></xsl:otherwise>
				</xsl:choose>
			</xsl:attribute>
		</xsl:if>
		<xsl:if test="processing-instruction('dbfo')">
			<xsl:variable name="height"><xsl:call-template name="dbfo"><xsl:with-param name="name" select="'row-height'"/></xsl:call-template></xsl:variable>
			<xsl:if test="$height != ''"><xsl:attribute name="height"><xsl:value-of select="$height"/></xsl:attribute></xsl:if>
			<xsl:call-template name="cell-background"/>
		</xsl:if>
		<xsl:call-template name="page-break"/>
		<xsl:call-template name="stripe"/>
		<xsl:if test="processing-instruction('keep-with-next')">
			<xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
		</xsl:if>
		<xsl:for-each select="db:entry|db:entrytbl">
			<xsl:variable name="k" select="position()"/>
			<xsl:call-template name="gap">
				<xsl:with-param name="group" select="$group"/>
				<xsl:with-param name="row" select=".."/>
				<xsl:with-param name="from" select="sum($grid[$k - 1]/@c) + sum($grid[$k - 1]/@n) + ($k = 1)"/>
				<xsl:with-param name="to" select="number($grid[$k]/@c)"/>
				<xsl:with-param name="busy" select="$busy"/>
			</xsl:call-template>
			<xsl:call-template name="cell">
				<xsl:with-param name="group" select="$group"/>
				<xsl:with-param name="place" select="$grid[$k]"/>
				<xsl:with-param name="last" select="$last"/>
			</xsl:call-template>
		</xsl:for-each>
		<xsl:variable name="end" select="$grid[count(current()/db:entry|current()/db:entrytbl)]"/>
		<xsl:call-template name="gap">
			<xsl:with-param name="group" select="$group"/>
			<xsl:with-param name="row" select="."/>
			<xsl:with-param name="from" select="sum($end/@c) + sum($end/@n) + not($end)"/>
			<xsl:with-param name="to" select="$group/@cols + 1"/>
			<xsl:with-param name="busy" select="$busy"/>
		</xsl:call-template>
	</fo:table-row>
</xsl:template>

<!-- Empty cells for columns that a row leaves out, ruled as its others are. -->
<xsl:template name="gap">
	<xsl:param name="group"/>
	<xsl:param name="row"/>
	<xsl:param name="from"/>
	<xsl:param name="to"/>
	<xsl:param name="busy"/>
	<xsl:if test="$from &lt; $to">
		<xsl:if test="not(contains($busy, concat('|', $from, ':')))">
			<fo:table-cell column-number="{$from}">
				<xsl:call-template name="cell-rules">
					<xsl:with-param name="group" select="$group"/>
					<xsl:with-param name="node" select="$row"/>
					<xsl:with-param name="column" select="$from"/>
					<xsl:with-param name="last" select="not($row/following-sibling::db:row)"/>
				</xsl:call-template>
				<fo:block/>
			</fo:table-cell>
		</xsl:if>
		<xsl:call-template name="gap">
			<xsl:with-param name="group" select="$group"/>
			<xsl:with-param name="row" select="$row"/>
			<xsl:with-param name="from" select="$from + 1"/>
			<xsl:with-param name="to" select="$to"/>
			<xsl:with-param name="busy" select="$busy"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- The rules below and behind a cell that ends in the column; node is the entry, or the row that has none there. -->
<xsl:template name="cell-rules">
	<xsl:param name="group"/>
	<xsl:param name="node" select="."/>
	<xsl:param name="column"/>
	<xsl:param name="last"/>
	<xsl:variable name="rowsep" select="f:cell-att($node, $group, $column, 'rowsep')"/>
	<xsl:variable name="colsep" select="f:cell-att($node, $group, $column, 'colsep')"/>
	<xsl:choose>
		<xsl:when test="$node/ancestor::db:thead">
			<xsl:attribute name="border-bottom"><xsl:value-of select="$table.rule.head"/></xsl:attribute>
		</xsl:when>
		<xsl:when test="$rowsep = '0' or $last"/>
		<xsl:otherwise>
			<xsl:attribute name="border-bottom"><xsl:value-of select="$table.rule"/></xsl:attribute>
		</xsl:otherwise>
	</xsl:choose>
	<xsl:if test="($colsep = '1' or ($colsep = '' and ($group/../@frame = 'all' or $group/../@role = 'form'))) and $column &lt; $group/@cols">
		<xsl:variable name="rtl"><xsl:call-template name="h:is-rtl">
			<xsl:with-param name="lang" select="$group/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
		</xsl:call-template></xsl:variable>
		<xsl:attribute name="border-{substring('rightleft', 1 + 5 * number($rtl = 1), 5)}"><xsl:value-of select="$table.rule"/></xsl:attribute>
	</xsl:if>
</xsl:template>

<xsl:template name="cell">
	<xsl:param name="group"/>
	<xsl:param name="place"/>
	<xsl:param name="last"/>
	<xsl:variable name="column" select="number($place/@c)"/>
	<xsl:variable name="align" select="f:cell-att(., $group, $column, 'align')"/>
	<xsl:variable name="valign" select="f:cell-att(., $group, $column, 'valign')"/>
	<xsl:variable name="head" select="ancestor::db:thead"/>
	<fo:table-cell column-number="{$column}" padding="{$cell.y} {$cell.x}">
		<xsl:call-template name="atts"/>
		<xsl:if test="$place/@n &gt; 1"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="$place/@n"/></xsl:attribute></xsl:if>
		<xsl:if test="@morerows &gt; 0"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@morerows + 1"/></xsl:attribute></xsl:if>
		<xsl:if test="$group/../@rowheader = 'firstcol' and $column = 1 and not($head)">
			<xsl:attribute name="role">TH</xsl:attribute>
			<xsl:attribute name="font-weight">bold</xsl:attribute>
		</xsl:if>
		<xsl:call-template name="cell-rules">
			<xsl:with-param name="group" select="$group"/>
			<xsl:with-param name="column" select="$column + $place/@n - 1"/>
			<xsl:with-param name="last" select="$last"/>
		</xsl:call-template>
		<xsl:if test="$align = 'char'">
			<xsl:call-template name="cell-axis">
				<xsl:with-param name="axis" select="f:axis(., f:cell-att(., $group, $column, 'char'))"/>
				<xsl:with-param name="offset" select="concat(f:axis-offset(f:cell-att(., $group, $column, 'charoff')), '%')"/>
			</xsl:call-template>
		</xsl:if>
		<xsl:call-template name="cell-align">
			<xsl:with-param name="align" select="$align"/>
			<xsl:with-param name="valign">
				<xsl:choose>
					<xsl:when test="$valign != ''"><xsl:value-of select="$valign"/></xsl:when>
					<xsl:when test="$head">bottom</xsl:when>
				</xsl:choose>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:call-template name="cell-background"/>
		<xsl:choose>
			<xsl:when test="self::db:entrytbl">
				<fo:table table-layout="fixed" width="100%" border-collapse="collapse">
					<xsl:call-template name="columns"/>
					<xsl:apply-templates select="db:thead"/>
					<xsl:apply-templates select="db:tbody"/>
				</fo:table>
			</xsl:when>
			<xsl:otherwise><xsl:call-template name="cell-content"/></xsl:otherwise>
		</xsl:choose>
	</fo:table-cell>
</xsl:template>

<xsl:template name="cell-axis">
	<xsl:param name="axis"/>
	<xsl:param name="offset"/>
	<xsl:variable name="mark" select='substring(concat(&apos;&quot;&apos;, &quot;&apos;&quot;), 1 + contains($axis, &apos;&quot;&apos;), 1)'/>
	<xsl:attribute name="text-align"><xsl:value-of select="concat($mark, $axis, $mark)"/></xsl:attribute>
	<xsl:if test="$offset != ''"><xsl:attribute name="axf:text-align-string"><xsl:value-of select="$offset"/></xsl:attribute></xsl:if>
</xsl:template>

<xsl:template name="cell-align">
	<xsl:param name="align"/>
	<xsl:param name="valign"/>
	<xsl:choose>
		<xsl:when test="$align = 'right'"><xsl:attribute name="text-align">end</xsl:attribute></xsl:when>
		<xsl:when test="$align = 'center'"><xsl:attribute name="text-align">center</xsl:attribute></xsl:when>
		<xsl:when test="$align = 'justify'"><xsl:attribute name="text-align">justify</xsl:attribute></xsl:when>
	</xsl:choose>
	<xsl:choose>
		<xsl:when test="$valign = 'middle'"><xsl:attribute name="display-align">center</xsl:attribute></xsl:when>
		<xsl:when test="$valign = 'bottom'"><xsl:attribute name="display-align">after</xsl:attribute></xsl:when>
	</xsl:choose>
</xsl:template>

<!-- tabstyle="striped": every second row of a body -->
<xsl:template name="stripe">
	<xsl:if test="ancestor::*[self::db:table or self::db:informaltable][1][@tabstyle = 'striped' or db:tgroup/@tgroupstyle = 'striped']
		and not(parent::db:thead or parent::db:tfoot) and count(preceding-sibling::*[self::db:row or self::db:tr]) mod 2 = 1">
		<xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
	</xsl:if>
</xsl:template>

<!-- <?dbfo bgcolor="#eee"?>, <?db style="background-color: green"?>, HTML's bgcolor -->
<xsl:template name="cell-background">
	<xsl:variable name="pi">
		<xsl:call-template name="h:pi">
			<xsl:with-param name="pi" select="processing-instruction('dbfo')[1]"/>
			<xsl:with-param name="name" select="'bgcolor'"/>
		</xsl:call-template>
	</xsl:variable>
	<xsl:variable name="style" select="concat(processing-instruction('db')[contains(., 'background-color')][1], @style, ';')"/>
	<xsl:variable name="colour">
		<xsl:choose>
			<xsl:when test="$pi != ''"><xsl:value-of select="$pi"/></xsl:when>
			<xsl:when test="@bgcolor"><xsl:value-of select="@bgcolor"/></xsl:when>
			<xsl:when test="contains($style, 'background-color')">
				<xsl:value-of select="normalize-space(translate(substring-before(concat(translate(substring-after(
					substring-after($style, 'background-color'), ':'), '&quot;', ';'), ';'), ';'), '&quot;', ''))"/>
			</xsl:when>
		</xsl:choose>
	</xsl:variable>
	<xsl:if test="$colour != ''"><xsl:attribute name="background-color"><xsl:value-of select="$colour"/></xsl:attribute></xsl:if>
</xsl:template>

<!-- Blocks as they are; bare text in a block. -->
<xsl:template name="cell-content">
	<xsl:variable name="rotate" select="@rotate = '1' or processing-instruction('dbfo')[contains(., 'orientation=&quot;90&quot;')]"/>
	<xsl:choose>
		<xsl:when test="$rotate">
			<fo:block-container reference-orientation="90" role="NonStruct"><fo:block><xsl:apply-templates/></fo:block></fo:block-container>
		</xsl:when>
		<xsl:when test="@xml:lang">
			<xsl:call-template name="in-direction">
				<xsl:with-param name="content"><xsl:call-template name="cell-block"/></xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:call-template name="cell-block"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template name="cell-block">
	<fo:block>
		<xsl:if test="db:para|db:simpara|db:itemizedlist|db:orderedlist|db:programlisting|db:mediaobject">
			<xsl:attribute name="role">NonStruct</xsl:attribute>
		</xsl:if>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>

<xsl:template match="db:colspec|db:spanspec|db:col|db:colgroup"/>

<!-- ==== HTML ==== -->
<xsl:template name="html-table">
	<xsl:variable name="columns" select="sum((.//db:tr)[1]/*/@colspan) + count((.//db:tr)[1]/*[not(@colspan)])"/>
	<xsl:variable name="bordered" select="@border &gt; 0 or @rules = 'all'"/>
	<xsl:variable name="widths" select="(db:col|db:colgroup|db:colgroup/db:col)/@width"/>
	<xsl:variable name="sized" select="$widths[not(f:leaves-nothing($widths, $columns))]"/>
	<fo:table table-layout="fixed" width="100%" border-collapse="collapse" xsl:use-attribute-sets="table.text">
		<xsl:if test="not($sized)"><xsl:attribute name="table-layout">auto</xsl:attribute></xsl:if>
		<xsl:choose>
			<xsl:when test="contains(@width, '%') and number(substring-before(@width, '%')) &lt;= 100"><xsl:attribute name="width"><xsl:value-of select="normalize-space(@width)"/></xsl:attribute></xsl:when>
			<xsl:when test="f:points(f:pixels(@width)) &gt; 0 and f:points(f:pixels(@width)) &lt;= f:points(string($type.width))">
				<xsl:attribute name="width"><xsl:value-of select="concat(f:points(f:pixels(@width)), 'pt')"/></xsl:attribute>
			</xsl:when>
		</xsl:choose>
		<xsl:call-template name="table-width"/>
		<xsl:call-template name="frame">
			<xsl:with-param name="frame">
				<xsl:choose>
					<xsl:when test="@frame"><xsl:value-of select="@frame"/></xsl:when>
					<xsl:when test="$bordered">box</xsl:when>
				</xsl:choose>
			</xsl:with-param>
		</xsl:call-template>
		<xsl:choose>
			<xsl:when test="db:col|db:colgroup">
				<xsl:for-each select="db:col|db:colgroup/db:col|db:colgroup[not(db:col)]">
					<fo:table-column>
						<xsl:if test="@span &gt; 1"><xsl:attribute name="number-columns-repeated"><xsl:value-of select="@span"/></xsl:attribute></xsl:if>
						<xsl:if test="$sized">
							<xsl:attribute name="column-width">
								<xsl:call-template name="column-width"><xsl:with-param name="w" select="f:pixels((@width|../@width)[last()])"/></xsl:call-template>
							</xsl:attribute>
						</xsl:if>
					</fo:table-column>
				</xsl:for-each>
			</xsl:when>
			<xsl:otherwise>
				<fo:table-column number-columns-repeated="{$columns}"/>
			</xsl:otherwise>
		</xsl:choose>
		<xsl:apply-templates select="db:thead"/>
		<xsl:apply-templates select="db:tfoot"/>
		<xsl:apply-templates select="db:tbody"/>
		<xsl:if test="db:tr">
			<fo:table-body start-indent="0pt" end-indent="0pt"><xsl:apply-templates select="db:tr"/></fo:table-body>
		</xsl:if>
	</fo:table>
</xsl:template>

<xsl:template match="db:tr">
	<fo:table-row>
		<xsl:call-template name="atts"/>
		<xsl:call-template name="page-break"/>
		<xsl:call-template name="stripe"/>
		<xsl:call-template name="cell-background"/>
		<xsl:apply-templates select="db:td|db:th"/>
		<xsl:if test="not(db:td|db:th)"><fo:table-cell><fo:block/></fo:table-cell></xsl:if>
	</fo:table-row>
</xsl:template>

<xsl:template match="db:td|db:th">
	<xsl:variable name="table" select="(ancestor::db:table|ancestor::db:informaltable)[last()]"/>
	<xsl:variable name="bordered" select="$table/@border &gt; 0 or $table/@rules = 'all'"/>
	<fo:table-cell padding="{$cell.y} {$cell.x}">
		<xsl:call-template name="atts"/>
		<xsl:if test="@colspan &gt; 1"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
		<xsl:if test="@rowspan &gt; 1"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
		<xsl:if test="self::db:th">
			<xsl:attribute name="role">TH</xsl:attribute>
			<xsl:attribute name="font-weight">bold</xsl:attribute>
		</xsl:if>
		<xsl:variable name="rules" select="$table/@rules"/>
		<xsl:choose>
			<xsl:when test="$bordered and not($rules) or $rules = 'all'"><xsl:attribute name="border"><xsl:value-of select="$table.rule"/></xsl:attribute></xsl:when>
			<xsl:when test="ancestor::db:thead"><xsl:attribute name="border-bottom"><xsl:value-of select="$table.rule.head"/></xsl:attribute></xsl:when>
			<xsl:when test="$rules = 'none' or $rules = 'groups'"/>
			<xsl:when test="$rules = 'cols'"><xsl:attribute name="border-left"><xsl:value-of select="$table.rule"/></xsl:attribute></xsl:when>
			<xsl:when test="../following-sibling::db:tr"><xsl:attribute name="border-bottom"><xsl:value-of select="$table.rule"/></xsl:attribute></xsl:when>
		</xsl:choose>
		<xsl:if test="f:html-att(., 'align') = 'char'">
			<xsl:call-template name="cell-axis">
				<xsl:with-param name="axis" select="f:axis(., f:html-att(., 'char'))"/>
				<xsl:with-param name="offset" select="concat(f:html-att(., 'charoff'), substring('px', 1, 2 * (f:html-att(., 'charoff') &gt; 0)))"/>
			</xsl:call-template>
		</xsl:if>
		<xsl:call-template name="cell-align">
			<xsl:with-param name="align" select="f:html-att(., 'align')"/>
			<xsl:with-param name="valign" select="f:html-att(., 'valign')"/>
		</xsl:call-template>
		<xsl:call-template name="cell-background"/>
		<fo:block><xsl:apply-templates/></fo:block>
	</fo:table-cell>
</xsl:template>

</xsl:stylesheet>
