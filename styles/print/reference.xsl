<?xml version="1.0" encoding="UTF-8"?>
<!-- reference.xsl - reference pages: refentry and its parts; message sets -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h">

<xsl:template match="db:refentry">
	<fo:block role="NonStruct">
		<xsl:if test="parent::db:reference and preceding-sibling::db:refentry"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
		<xsl:call-template name="section-heading"><xsl:with-param name="depth" select="1"/></xsl:call-template>
	</fo:block>
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates/>
</xsl:template>
<xsl:template match="db:refclass|db:refmiscinfo"/>
<xsl:template match="db:refmeta">
	<xsl:apply-templates select="db:indexterm"/>
	<xsl:for-each select="db:refmiscinfo">
		<fo:block xsl:use-attribute-sets="small"><xsl:apply-templates/></fo:block>
	</xsl:for-each>
</xsl:template>

<xsl:template match="db:refnamediv">
	<fo:block role="NonStruct">
		<xsl:call-template name="atts"/>
		<xsl:if test="not(preceding-sibling::db:refnamediv)">
			<fo:block xsl:use-attribute-sets="section2.heading">
				<xsl:call-template name="heading-role"/>
				<xsl:call-template name="h:text"><xsl:with-param name="k" select="'refnamediv'"/></xsl:call-template>
			</fo:block>
		</xsl:if>
		<fo:block>
			<xsl:for-each select="db:refdescriptor|db:refname">
				<fo:inline font-family="{$mono}" font-size="{$code.inline.size}"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:inline>
				<xsl:if test="position() != last()"><xsl:call-template name="h:comma"/></xsl:if>
			</xsl:for-each>
			<xsl:for-each select="db:refpurpose"><xsl:text> — </xsl:text><xsl:apply-templates/></xsl:for-each>
		</fo:block>
		<xsl:apply-templates select="db:refclass/node()"/>
	</fo:block>
</xsl:template>

<xsl:template match="db:refsynopsisdiv">
	<fo:block xsl:use-attribute-sets="section2.heading">
		<xsl:call-template name="heading-role"/>
		<xsl:call-template name="target"/>
		<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
	</fo:block>
	<xsl:apply-templates/>
</xsl:template>

<!-- ==== messages ==== -->
<xsl:template match="db:msgset|db:msgentry|db:msg|db:msgmain|db:msgsub|db:msgrel|db:msginfo|db:msgexplan|db:simplemsgentry">
	<fo:block role="Div" space-before="{$half}">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
		<xsl:apply-templates select="@msglevel|@msgorig|@msgaud" mode="msg"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:msgtext"><fo:block><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block></xsl:template>
<xsl:template match="db:msgaud|db:msglevel|db:msgorig">
	<fo:block font-size="{$size.small}" color="{$grey}">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="h:text"><xsl:with-param name="k" select="local-name()"/></xsl:call-template>
		<xsl:text> </xsl:text>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<!-- the same as a simple entry says it -->
<xsl:template match="@*" mode="msg">
	<fo:block font-size="{$size.small}" color="{$grey}">
		<xsl:variable name="k" select="local-name()"/>
		<xsl:for-each select=".."><xsl:call-template name="h:text"><xsl:with-param name="k" select="$k"/></xsl:call-template></xsl:for-each>
		<xsl:value-of select="concat(' ', .)"/>
	</fo:block>
</xsl:template>

</xsl:stylesheet>
