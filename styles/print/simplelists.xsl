<?xml version="1.0" encoding="UTF-8"?>
<!-- simplelists.xsl - lists without labels: simple ones, in columns, of segments -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f">

<!-- ==== simple lists ==== -->
<xsl:template match="db:simplelist[@type = 'inline']">
	<fo:inline>
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:member">
			<fo:inline><xsl:call-template name="atts"/><xsl:apply-templates/></fo:inline>
			<xsl:call-template name="h:member-separator"/>
		</xsl:for-each>
	</fo:inline>
</xsl:template>
<xsl:template match="db:simplelist">
	<xsl:variable name="columns">
		<xsl:choose><xsl:when test="@columns &gt; 0"><xsl:value-of select="@columns"/></xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose>
	</xsl:variable>
	<xsl:variable name="members" select="db:member"/>
	<xsl:variable name="rows" select="ceiling(count($members) div $columns)"/>
	<xsl:variable name="across" select="@type = 'horiz'"/>
	<xsl:choose>
		<xsl:when test="$columns = 1">
			<fo:block role="L" text-align="start">
				<!-- the whole of a list item stands where its text would -->
				<xsl:if test="not(parent::db:listitem and count(../*) = 1)">
					<xsl:attribute name="margin-left"><xsl:value-of select="$list.step"/></xsl:attribute>
					<xsl:attribute name="space-before"><xsl:value-of select="$half"/></xsl:attribute>
				</xsl:if>
				<xsl:call-template name="atts"/>
				<xsl:for-each select="$members">
					<fo:block role="LI"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
				</xsl:for-each>
			</fo:block>
		</xsl:when>
		<xsl:otherwise>
			<fo:block role="NonStruct" space-before="{$half}"><fo:table table-layout="fixed" width="100%" role="L">
				<xsl:call-template name="atts"/>
				<fo:table-column number-columns-repeated="{$columns}" column-width="proportional-column-width(1)"/>
				<fo:table-body start-indent="0pt" role="NonStruct">
					<xsl:choose>
						<xsl:when test="$across">
							<xsl:for-each select="$members[position() &lt;= $rows]">
								<xsl:variable name="row" select="position()"/>
								<fo:table-row role="NonStruct">
									<xsl:apply-templates mode="member-cell" select="$members[position() &gt; ($row - 1) * $columns
										and position() &lt;= $row * $columns]"/>
								</fo:table-row>
							</xsl:for-each>
						</xsl:when>
						<xsl:otherwise>
							<!-- a cell for each column, so that it is read in this order, too -->
							<fo:table-row role="NonStruct">
								<xsl:for-each select="$members[(position() - 1) mod $rows = 0]">
									<fo:table-cell role="NonStruct" padding-right="6pt">
										<xsl:apply-templates mode="member-block"
											select=".|following-sibling::db:member[position() &lt; $rows]"/>
									</fo:table-cell>
								</xsl:for-each>
							</fo:table-row>
						</xsl:otherwise>
					</xsl:choose>
				</fo:table-body>
			</fo:table></fo:block>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:member" mode="member-cell">
	<fo:table-cell role="LI" padding-right="6pt">
		<fo:block text-align="start"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
	</fo:table-cell>
</xsl:template>
<xsl:template match="db:member" mode="member-block">
	<fo:block role="LI" text-align="start"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
</xsl:template>

<!-- ==== segmented lists: each item its titled segments, or a table of them ==== -->
<xsl:template match="db:segmentedlist">
	<xsl:variable name="presentation">
		<xsl:call-template name="dbfo"><xsl:with-param name="name" select="'list-presentation'"/></xsl:call-template>
		<xsl:value-of select="f:said(processing-instruction('db'), 'segmentedlist-style')"/>
	</xsl:variable>
	<xsl:call-template name="block-title"/>
	<xsl:choose>
		<xsl:when test="$presentation = 'table'"><xsl:call-template name="segments-table"/></xsl:when>
		<xsl:otherwise><xsl:call-template name="segments-list"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template name="segments-list">
	<xsl:variable name="titles" select="db:segtitle"/>
	<fo:block role="L" space-before="{$half}">
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:seglistitem">
			<fo:block role="LI" space-before="{$quarter}">
				<xsl:call-template name="atts"/>
				<xsl:for-each select="db:seg">
					<xsl:variable name="n" select="position()"/>
					<fo:block text-align="start">
						<xsl:call-template name="atts"/>
						<xsl:if test="$titles[$n]">
							<fo:inline font-weight="bold">
								<xsl:apply-templates select="$titles[$n]/node()"/><xsl:call-template name="h:text"><xsl:with-param name="k" select="'colon'"/></xsl:call-template>
							</fo:inline>
						</xsl:if>
						<xsl:apply-templates/>
					</fo:block>
				</xsl:for-each>
			</fo:block>
		</xsl:for-each>
	</fo:block>
</xsl:template>
<xsl:template name="segments-table">
	<fo:block role="NonStruct" space-before="{$half}" space-after="{$half}"><fo:table table-layout="fixed" width="100%" border-collapse="collapse"
		border-top="{$table.rule.strong}" border-bottom="{$table.rule.strong}" xsl:use-attribute-sets="table.text">
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:segtitle|db:seglistitem[1]/db:seg[position() &gt; count(../../db:segtitle)]">
			<fo:table-column column-width="proportional-column-width(1)"/>
		</xsl:for-each>
		<xsl:if test="db:segtitle">
			<fo:table-header start-indent="0pt" font-weight="bold" hyphenate="false">
				<fo:table-row>
					<xsl:for-each select="db:segtitle">
						<fo:table-cell padding="{$cell.y} {$cell.x}" border-bottom="{$table.rule.head}">
							<fo:block><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
						</fo:table-cell>
					</xsl:for-each>
				</fo:table-row>
			</fo:table-header>
		</xsl:if>
		<fo:table-body start-indent="0pt">
			<xsl:for-each select="db:seglistitem">
				<fo:table-row>
					<xsl:call-template name="atts"/>
					<xsl:for-each select="db:seg">
						<fo:table-cell padding="{$cell.y} {$cell.x}">
							<xsl:if test="../following-sibling::db:seglistitem">
								<xsl:attribute name="border-bottom"><xsl:value-of select="$table.rule"/></xsl:attribute>
							</xsl:if>
							<fo:block><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
						</fo:table-cell>
					</xsl:for-each>
				</fo:table-row>
			</xsl:for-each>
		</fo:table-body>
	</fo:table></fo:block>
</xsl:template>

</xsl:stylesheet>
