<?xml version="1.0" encoding="UTF-8"?>
<!--
  synopses.xsl - how commands, functions and classes are written, in both editions

  These templates write the text of a synopsis and its punctuation; the editions put it into
  blocks and give names their type.  Classes are written as Java does it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions"
	exclude-result-prefixes="db h f">

<!-- ==== commands ==== -->
<!-- What stands behind a command and each of its arguments: sepchar, else a space. -->
<xsl:template name="h:sepchar">
	<xsl:choose>
		<xsl:when test="parent::db:cmdsynopsis/@sepchar"><xsl:value-of select="../@sepchar"/></xsl:when>
		<xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:arg|db:group" name="h:arg">
	<xsl:variable name="bare" select="@choice = 'plain' or (self::db:arg and parent::db:group and not(@choice))"/>
	<xsl:variable name="must" select="@choice = 'req'"/>
	<xsl:if test="not($bare)"><xsl:value-of select="substring('[{', 1 + $must, 1)"/></xsl:if>
	<xsl:choose>
		<xsl:when test="self::db:group">
			<xsl:for-each select="*">
				<xsl:if test="position() &gt; 1"> | </xsl:if>
				<xsl:apply-templates select="."/>
			</xsl:for-each>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
	</xsl:choose>
	<xsl:if test="not($bare)"><xsl:value-of select="substring(']}', 1 + $must, 1)"/></xsl:if>
	<xsl:if test="@rep = 'repeat'">…</xsl:if>
	<xsl:if test="not(parent::db:group)"><xsl:call-template name="h:sepchar"/></xsl:if>
</xsl:template>

<!-- ==== functions ==== -->
<xsl:template name="h:prototype">
	<xsl:for-each select="db:modifier[not(preceding-sibling::db:funcdef)]"><xsl:apply-templates/><xsl:text> </xsl:text></xsl:for-each>
	<xsl:apply-templates select="db:funcdef"/>
	<xsl:text>(</xsl:text>
	<xsl:for-each select="db:void|db:varargs|db:paramdef|db:group">
		<xsl:if test="position() &gt; 1">, </xsl:if>
		<xsl:apply-templates select="."/>
	</xsl:for-each>
	<xsl:text>)</xsl:text>
	<xsl:for-each select="db:modifier[preceding-sibling::db:funcdef]"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:for-each>
	<xsl:text>;</xsl:text>
</xsl:template>
<xsl:template match="db:funcdef|db:paramdef|db:methodparam/db:modifier"><xsl:apply-templates/></xsl:template>
<xsl:template match="db:void">void</xsl:template>
<xsl:template match="db:varargs">…</xsl:template>
<xsl:template match="db:funcparams">(<xsl:apply-templates/>)</xsl:template>
<xsl:template match="db:methodparam/db:initializer|db:fieldsynopsis/db:initializer|db:enumitem/db:enumvalue">= <xsl:apply-templates/></xsl:template>
<xsl:template match="db:paramdef/db:initializer"> = <xsl:apply-templates/></xsl:template>
<!-- white space of the author's lines at the ends of what has punctuation around it -->
<xsl:template match="db:paramdef/text()|db:funcdef/text()|db:funcparams/text()">
	<xsl:if test="preceding-sibling::* and normalize-space(substring(., 1, 1)) = '' and normalize-space()"><xsl:text> </xsl:text></xsl:if>
	<xsl:value-of select="normalize-space()"/>
	<xsl:if test="following-sibling::* and normalize-space(substring(., string-length())) = ''"><xsl:text> </xsl:text></xsl:if>
</xsl:template>

<!-- ==== classes ==== -->
<xsl:template name="h:container-head">
	<xsl:variable name="members" select="f:members(.)"/>
	<xsl:variable name="own" select="(db:ooclass|db:oointerface|db:ooexception)[1]"/>
	<xsl:variable name="others" select="db:ooclass|db:oointerface|db:ooexception"/>
	<xsl:variable name="words" select="*[count(.|$members) != count($members)][count(.|$others) != count($others)]"/>
	<xsl:call-template name="h:in-turn"><xsl:with-param name="of" select="$words"/></xsl:call-template>
	<xsl:if test="$own">
		<xsl:if test="$words"><xsl:text> </xsl:text></xsl:if>
		<xsl:call-template name="h:class-head"><xsl:with-param name="own" select="$own"/></xsl:call-template>
	</xsl:if>
	<xsl:if test="$members"> {</xsl:if>
</xsl:template>
<!-- "public class Name extends A implements B, C": the first class or interface is what is described. -->
<xsl:template name="h:class-head">
	<xsl:param name="own"/>
	<xsl:variable name="interface" select="boolean($own/self::db:oointerface)"/>
	<xsl:for-each select="$own/db:modifier"><xsl:apply-templates/><xsl:text> </xsl:text></xsl:for-each>
	<xsl:value-of select="substring('interface class ', 1 + 10 * not($interface), 10)"/>
	<xsl:call-template name="h:in-turn"><xsl:with-param name="of" select="$own/*[not(self::db:modifier)]"/></xsl:call-template>
	<xsl:call-template name="h:class-names">
		<xsl:with-param name="word" select="' extends '"/>
		<xsl:with-param name="names" select="(db:ooclass|db:ooexception|db:oointerface[$interface])[count(.|$own) = 2]"/>
	</xsl:call-template>
	<xsl:call-template name="h:class-names">
		<xsl:with-param name="word" select="' implements '"/>
		<xsl:with-param name="names" select="db:oointerface[not($interface)]"/>
	</xsl:call-template>
</xsl:template>
<xsl:template name="h:class-names">
	<xsl:param name="word"/>
	<xsl:param name="names"/>
	<xsl:for-each select="$names">
		<xsl:choose>
			<xsl:when test="position() = 1"><xsl:value-of select="$word"/></xsl:when>
			<xsl:otherwise>, </xsl:otherwise>
		</xsl:choose>
		<xsl:call-template name="h:in-turn"/>
	</xsl:for-each>
</xsl:template>
<!-- The children with spaces between them. -->
<xsl:template name="h:in-turn">
	<xsl:param name="of" select="*"/>
	<xsl:for-each select="$of">
		<xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
		<xsl:apply-templates select="."/>
	</xsl:for-each>
</xsl:template>
<!-- A method, field or what else is declared, with its semicolon. -->
<xsl:template name="h:member">
	<xsl:variable name="call" select="self::db:methodsynopsis or self::db:constructorsynopsis or self::db:destructorsynopsis"/>
	<xsl:variable name="after" select="$call and db:methodname"/>
	<xsl:variable name="inside" select="db:methodparam|db:group|db:exceptionname|db:enumitemdescription|f:members(.)
		|(db:void|db:modifier)[$after and preceding-sibling::db:methodname]"/>
	<xsl:call-template name="h:in-turn"><xsl:with-param name="of" select="*[count(.|$inside) != count($inside)]"/></xsl:call-template>
	<xsl:if test="$call">
		<xsl:text>(</xsl:text>
		<xsl:for-each select="db:methodparam|db:group">
			<xsl:if test="position() &gt; 1">, </xsl:if>
			<xsl:apply-templates select="."/>
		</xsl:for-each>
		<xsl:text>)</xsl:text>
		<xsl:for-each select="db:modifier[$after and preceding-sibling::db:methodname]"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:for-each>
		<xsl:for-each select="db:exceptionname">
			<xsl:value-of select="substring(', throws ', 1 + (position() = 1), 2 + 6 * (position() = 1))"/>
			<xsl:apply-templates select="."/>
		</xsl:for-each>
	</xsl:if>
	<xsl:value-of select="substring(',;', 1 + not(self::db:enumitem), 1)"/>
</xsl:template>
<xsl:template match="db:macroprototype">
	<xsl:apply-templates select="db:macroname"/>
	<xsl:if test="db:parameter">(</xsl:if>
	<xsl:for-each select="db:parameter"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="."/></xsl:for-each>
	<xsl:if test="db:parameter">)</xsl:if>
	<xsl:for-each select="db:macrodef"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:for-each>
</xsl:template>
<xsl:template match="db:methodparam">
	<xsl:if test="@choice = 'opt'">[</xsl:if>
	<xsl:call-template name="h:in-turn"/>
	<xsl:if test="@rep = 'repeat'">…</xsl:if>
	<xsl:if test="@choice = 'opt'">]</xsl:if>
</xsl:template>

<!-- ==== grammars ==== -->
<xsl:template name="h:production">
	<xsl:apply-templates select="db:lhs/node()"/>
	<xsl:text> ::= </xsl:text>
	<xsl:for-each select="db:rhs">
		<xsl:if test="position() &gt; 1"> | </xsl:if>
		<xsl:apply-templates/>
	</xsl:for-each>
	<xsl:apply-templates select="db:constraint"/>
</xsl:template>
<xsl:template match="db:productionrecap"><xsl:apply-templates select="key('h:id', @linkend)[1]"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:template>

</xsl:stylesheet>
