<?xml version="1.0" encoding="UTF-8"?>
<!-- synopses.xsl - commands, functions and classes, in a plain form -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f">

<!-- ==== commands ==== -->
<xsl:template match="db:cmdsynopsis">
	<fo:block role="Code" space-before="{$half}" margin-left="{$hang.indent}" text-indent="-{$hang.indent}" xsl:use-attribute-sets="code">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates select="*[not(self::db:synopfragment)]"/>
	</fo:block>
	<xsl:apply-templates select="db:synopfragment"/>
</xsl:template>
<xsl:template match="db:cmdsynopsis/db:command">
	<fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline><xsl:call-template name="h:sepchar"/>
</xsl:template>
<!-- A line ends between arguments, not at a hyphen in one. -->
<xsl:template match="db:cmdsynopsis/db:arg[string-length() &lt; 48]|db:synopfragment/db:arg[string-length() &lt; 48]">
	<fo:inline keep-together.within-line="always"><xsl:call-template name="h:arg"/></fo:inline>
</xsl:template>
<xsl:template match="db:sbr"><fo:block role="NonStruct"/></xsl:template>
<xsl:template match="db:synopfragmentref">
	<fo:basic-link internal-destination="{@linkend}" font-style="italic"><xsl:apply-templates/></fo:basic-link><xsl:text> </xsl:text>
</xsl:template>
<xsl:template match="db:synopfragment">
	<fo:block role="Code" space-before="{$quarter}" xsl:use-attribute-sets="code" margin-left="{$hang.indent}">
		<xsl:call-template name="atts"/><xsl:apply-templates/>
	</fo:block>
</xsl:template>

<!-- ==== functions ==== -->
<xsl:template match="db:funcsynopsis">
	<fo:block role="Div" space-before="{$half}"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
</xsl:template>
<xsl:template match="db:funcsynopsisinfo|db:classsynopsisinfo|db:synopsisinfo">
	<fo:block role="Code" xsl:use-attribute-sets="code" linefeed-treatment="preserve" white-space-treatment="preserve"
		white-space-collapse="false"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
</xsl:template>
<xsl:template match="db:funcprototype">
	<fo:block role="Code" space-before="{$quarter}" margin-left="{$hang.indent}" text-indent="-{$hang.indent}" xsl:use-attribute-sets="code">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="h:prototype"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:funcdef/db:function"><fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline></xsl:template>
<xsl:template match="db:paramdef/db:parameter|db:methodparam/db:parameter"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>

<!-- ==== classes and the rest ==== -->
<xsl:template match="db:classsynopsis|db:unionsynopsis|db:packagesynopsis|db:namespacesynopsis|db:enumsynopsis">
	<xsl:param name="inside"/>
	<fo:block role="Div" space-before="{$half}">
		<xsl:if test="$inside"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<fo:block role="Code" xsl:use-attribute-sets="code" keep-with-next.within-column="always"><xsl:call-template name="h:container-head"/></fo:block>
		<xsl:if test="f:members(.)">
			<fo:block role="NonStruct" margin-left="16pt">
				<xsl:apply-templates select="f:members(.)"><xsl:with-param name="inside" select="1"/></xsl:apply-templates>
			</fo:block>
			<fo:block role="Code" xsl:use-attribute-sets="code">}</fo:block>
		</xsl:if>
	</fo:block>
</xsl:template>
<xsl:template match="db:fieldsynopsis|db:methodsynopsis|db:constructorsynopsis|db:destructorsynopsis|db:typedefsynopsis|db:macrosynopsis|db:enumsynopsis/db:enumitem">
	<xsl:param name="inside"/>
	<fo:block role="Code" margin-left="{$hang.indent}" text-indent="-{$hang.indent}" xsl:use-attribute-sets="code">
		<xsl:if test="not($inside)"><xsl:attribute name="space-before"><xsl:value-of select="$half"/></xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<xsl:call-template name="h:member"/>
	</fo:block>
	<xsl:apply-templates select="f:members(.)"/>
	<xsl:for-each select="db:enumitemdescription"><fo:block role="Div" margin-left="16pt"><xsl:apply-templates/></fo:block></xsl:for-each>
</xsl:template>
<xsl:template match="db:templatename|db:template|db:specializedtemplate
	|db:enumidentifier|db:union"><xsl:apply-templates/></xsl:template>

<!-- ==== grammars: one production a line ==== -->
<xsl:template match="db:productionset">
	<fo:block role="Div" space-before="{$half}" space-after="{$half}">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:production">
	<xsl:param name="quiet"/>
	<fo:block role="Code" margin-left="{$hang.indent}" text-indent="-{$hang.indent}" xsl:use-attribute-sets="code">
		<xsl:if test="not($quiet)"><xsl:call-template name="atts"/></xsl:if>
		<xsl:call-template name="h:production"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:constraint">
	<xsl:text> [</xsl:text>
	<xsl:call-template name="reference"><xsl:with-param name="style" select="'title'"/></xsl:call-template>
	<xsl:text>]</xsl:text>
</xsl:template>
<xsl:template match="db:constraintdef">
	<fo:block role="Div" space-before="{$half}">
		<xsl:call-template name="target"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>

</xsl:stylesheet>
