<?xml version="1.0" encoding="UTF-8"?>
<!-- columns.xsl - the columns of a table and how wide they are -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:f="urn:handbook:functions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db f">

<!-- Columns that ask for more than there is share what there is in the same proportions. -->
<xsl:template name="columns">
	<xsl:param name="n" select="1"/>
	<xsl:param name="shrink">
		<xsl:variable name="room"><xsl:call-template name="room"/></xsl:variable>
		<xsl:if test="(not(db:colspec[not(@colwidth) or contains(@colwidth, '*') or contains(@colwidth, '%')])
			and count(db:colspec) = @cols and f:sum-of-widths(db:colspec) &gt; $room) or self::db:entrytbl">1</xsl:if>
	</xsl:param>
	<xsl:param name="auto" select="not(db:colspec/@colwidth) or f:leaves-nothing(db:colspec/@colwidth, @cols)"/>
	<xsl:variable name="spec" select="db:colspec[f:spec-column(.) = $n][1]"/>
	<xsl:variable name="points" select="f:points(string($spec/@colwidth))"/>
	<xsl:if test="$n &lt;= @cols">
		<fo:table-column column-number="{$n}">
			<xsl:attribute name="column-width">
				<xsl:choose>
					<xsl:when test="$shrink != '' and $points &gt; 0 and count(db:colspec[@colwidth]) = @cols">
						<xsl:value-of select="concat('proportional-column-width(', $points, ')')"/>
					</xsl:when>
					<xsl:when test="$auto">auto</xsl:when>
					<xsl:when test="$shrink != '' and $points &gt; 0">proportional-column-width(1)</xsl:when>
					<xsl:otherwise>
						<xsl:call-template name="column-width"><xsl:with-param name="w" select="string($spec/@colwidth)"/></xsl:call-template>
					</xsl:otherwise>
				</xsl:choose>
			</xsl:attribute>
		</fo:table-column>
		<xsl:call-template name="columns">
			<xsl:with-param name="n" select="$n + 1"/>
			<xsl:with-param name="shrink" select="string($shrink)"/>
			<xsl:with-param name="auto" select="$auto"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- How wide the table of a group may be, in points. -->
<xsl:template name="room">
	<xsl:choose>
		<xsl:when test="../@orient = 'land'"><xsl:value-of select="f:points(string($type.height))"/></xsl:when>
		<xsl:when test="../@pgwide = 1 or @cols &gt; 4"><xsl:value-of select="f:points(string($type.width))"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="f:points(string($type.width)) - f:points(string($indent))"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- "2*" a share, "3cm" a length, "2*+3cm" both, "20%" a share of the whole; none is "1*". -->
<xsl:template name="column-width">
	<xsl:param name="w"/>
	<xsl:variable name="width" select="translate($w, ' &#9;&#10;', '')"/>
	<xsl:choose>
		<xsl:when test="contains($width, '*')">
			<xsl:variable name="share" select="substring-before($width, '*')"/>
			<xsl:text>proportional-column-width(</xsl:text>
			<xsl:choose>
				<xsl:when test="$share = ''">1</xsl:when>
				<xsl:otherwise><xsl:value-of select="$share"/></xsl:otherwise>
			</xsl:choose>
			<xsl:text>)</xsl:text>
			<xsl:variable name="more" select="substring-after($width, '*')"/>
			<xsl:if test="starts-with($more, '+')">
				<xsl:text> + </xsl:text>
				<xsl:call-template name="length"><xsl:with-param name="l" select="substring($more, 2)"/></xsl:call-template>
			</xsl:if>
		</xsl:when>
		<xsl:when test="$width = ''">proportional-column-width(1)</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="length"><xsl:with-param name="l" select="$width"/></xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- A length of FO: "pi" is a pica, a bare number is points. -->
<xsl:template name="length">
	<xsl:param name="l"/>
	<xsl:choose>
		<xsl:when test="string(number($l)) != 'NaN'"><xsl:value-of select="concat($l, 'pt')"/></xsl:when>
		<xsl:when test="contains($l, 'pi')"><xsl:value-of select="concat(substring-before($l, 'pi'), 'pc')"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="$l"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
