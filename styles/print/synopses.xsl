<?xml version="1.0" encoding="UTF-8"?>
<!-- synopses.xsl - commands, functions and classes, in a plain form -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h">

<!-- ==== commands ==== -->
<xsl:template match="db:cmdsynopsis">
	<fo:block role="Code" space-before="{$half}" margin-left="{$hang.indent}" text-indent="-{$hang.indent}" xsl:use-attribute-sets="code">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates select="*[not(self::db:synopfragment)]"/>
	</fo:block>
	<xsl:apply-templates select="db:synopfragment"/>
</xsl:template>
<xsl:template match="db:cmdsynopsis/db:command">
	<fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline><xsl:text> </xsl:text>
</xsl:template>
<xsl:template match="db:sbr"><fo:block role="NonStruct"/></xsl:template>
<xsl:template match="db:arg|db:cmdsynopsis/db:group|db:group/db:group|db:arg/db:group|db:group">
	<xsl:variable name="plain" select="@choice = 'plain'"/>
	<xsl:variable name="must" select="@choice = 'req'"/>
	<xsl:variable name="bare" select="self::db:arg and parent::db:group and not(@choice)"/>
	<xsl:if test="not($plain or $bare)">
		<xsl:choose><xsl:when test="$must">{</xsl:when><xsl:otherwise>[</xsl:otherwise></xsl:choose>
	</xsl:if>
	<xsl:choose>
		<xsl:when test="self::db:group">
			<xsl:for-each select="*">
				<xsl:if test="position() &gt; 1"> | </xsl:if>
				<xsl:apply-templates select="."/>
			</xsl:for-each>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
	</xsl:choose>
	<xsl:if test="not($plain or $bare)">
		<xsl:choose><xsl:when test="$must">}</xsl:when><xsl:otherwise>]</xsl:otherwise></xsl:choose>
	</xsl:if>
	<xsl:if test="@rep = 'repeat'">…</xsl:if>
	<xsl:if test="not(parent::db:group)"><xsl:text> </xsl:text></xsl:if>
</xsl:template>
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
		<xsl:apply-templates select="db:modifier[not(preceding-sibling::db:funcdef)]"/>
		<xsl:apply-templates select="db:funcdef"/>
		<xsl:text>(</xsl:text>
		<xsl:for-each select="db:void|db:varargs|db:paramdef|db:group">
			<xsl:if test="position() &gt; 1">, </xsl:if>
			<xsl:apply-templates select="."/>
		</xsl:for-each>
		<xsl:text>)</xsl:text>
		<xsl:for-each select="db:modifier[preceding-sibling::db:funcdef]"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:for-each>
		<xsl:text>;</xsl:text>
	</fo:block>
</xsl:template>
<xsl:template match="db:funcdef"><xsl:apply-templates/></xsl:template>
<xsl:template match="db:funcdef/db:function"><fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline></xsl:template>
<xsl:template match="db:funcprototype/db:modifier"><xsl:apply-templates/><xsl:text> </xsl:text></xsl:template>
<xsl:template match="db:void">void</xsl:template>
<xsl:template match="db:varargs">…</xsl:template>
<xsl:template match="db:paramdef"><xsl:apply-templates/></xsl:template>
<xsl:template match="db:paramdef/db:parameter"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>
<xsl:template match="db:funcparams">(<xsl:apply-templates/>)</xsl:template>

<!-- ==== classes and the rest: their words in order ==== -->
<xsl:template match="db:classsynopsis|db:fieldsynopsis|db:methodsynopsis|db:constructorsynopsis|db:destructorsynopsis
	|db:enumsynopsis|db:typedefsynopsis|db:unionsynopsis|db:macrosynopsis|db:packagesynopsis|db:namespacesynopsis">
	<fo:block role="Code" xsl:use-attribute-sets="code">
		<xsl:if test="not(ancestor::db:classsynopsis)"><xsl:attribute name="space-before"><xsl:value-of select="$half"/></xsl:attribute></xsl:if>
		<xsl:if test="ancestor::db:classsynopsis"><xsl:attribute name="margin-left">16pt</xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<xsl:variable name="call" select="self::db:methodsynopsis or self::db:constructorsynopsis or self::db:destructorsynopsis"/>
		<xsl:for-each select="*[not(self::db:methodparam or self::db:void or self::db:exceptionname)]">
			<xsl:apply-templates select="."/><xsl:text> </xsl:text>
		</xsl:for-each>
		<xsl:if test="$call">
			<xsl:text>(</xsl:text>
			<xsl:for-each select="db:methodparam">
				<xsl:if test="position() &gt; 1">, </xsl:if>
				<xsl:for-each select="*"><xsl:apply-templates select="."/><xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if></xsl:for-each>
			</xsl:for-each>
			<xsl:text>)</xsl:text>
			<xsl:for-each select="db:exceptionname"><xsl:text> throws </xsl:text><xsl:apply-templates/></xsl:for-each>
		</xsl:if>
		<xsl:if test="not(self::db:classsynopsis)">;</xsl:if>
	</fo:block>
</xsl:template>
<xsl:template match="db:methodparam|db:templatename|db:template|db:specializedtemplate|db:enumitem|db:enumitemdescription
	|db:enumidentifier|db:enumvalue|db:macroprototype|db:union"><xsl:apply-templates/></xsl:template>

<!-- ==== grammars: one production a line ==== -->
<xsl:template match="db:productionset">
	<fo:block role="Div" space-before="{$half}" space-after="{$half}">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:production">
	<fo:block role="Code" margin-left="{$hang.indent}" text-indent="-{$hang.indent}" xsl:use-attribute-sets="code">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates select="db:lhs/node()"/>
		<xsl:text> ::= </xsl:text>
		<xsl:for-each select="db:rhs">
			<xsl:if test="position() &gt; 1"> | </xsl:if>
			<xsl:apply-templates/>
		</xsl:for-each>
		<xsl:apply-templates select="db:constraint"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:productionrecap">
	<xsl:apply-templates select="key('h:id', @linkend)[1]"/>
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
