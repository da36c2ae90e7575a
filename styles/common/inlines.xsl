<?xml version="1.0" encoding="UTF-8"?>
<!--
  inlines.xsl - signs that elements within a line bring with them, in both editions
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="db h exsl">

<!-- What stands before and behind the name in <tag class="…">: "</" and ">" of an end tag. -->
<xsl:template name="h:tag-open">
	<xsl:choose>
		<xsl:when test="@class = 'starttag' or @class = 'emptytag'">&lt;</xsl:when>
		<xsl:when test="@class = 'endtag'">&lt;/</xsl:when>
		<xsl:when test="@class = 'genentity'">&amp;</xsl:when>
		<xsl:when test="@class = 'numcharref'">&amp;#</xsl:when>
		<xsl:when test="@class = 'paramentity'">%</xsl:when>
		<xsl:when test="@class = 'pi' or @class = 'xmlpi'">&lt;?</xsl:when>
		<xsl:when test="@class = 'comment' or @class = 'sgmlcomment'">&lt;!--</xsl:when>
	</xsl:choose>
</xsl:template>
<xsl:template name="h:tag-close">
	<xsl:choose>
		<xsl:when test="@class = 'starttag' or @class = 'endtag' or @class = 'pi'">&gt;</xsl:when>
		<xsl:when test="@class = 'emptytag'">/&gt;</xsl:when>
		<xsl:when test="@class = 'genentity' or @class = 'numcharref' or @class = 'paramentity'">;</xsl:when>
		<xsl:when test="@class = 'xmlpi'">?&gt;</xsl:when>
		<xsl:when test="@class = 'comment' or @class = 'sgmlcomment'">--&gt;</xsl:when>
	</xsl:choose>
</xsl:template>

<!-- What is written on a key whose function alone is said. -->
<xsl:variable name="h:keys-tree">
	<h:key f="control">Ctrl</h:key><h:key f="escape">Esc</h:key><h:key f="delete">Del</h:key><h:key f="insert">Ins</h:key>
	<h:key f="up">↑</h:key><h:key f="down">↓</h:key><h:key f="left">←</h:key><h:key f="right">→</h:key>
	<h:key f="pageup">Page Up</h:key><h:key f="pagedown">Page Down</h:key>
</xsl:variable>
<xsl:template name="h:key-name">
	<xsl:variable name="function" select="string(@function)"/>
	<xsl:variable name="known" select="exsl:node-set($h:keys-tree)/h:key[@f = $function]"/>
	<xsl:choose>
		<xsl:when test="$known"><xsl:value-of select="$known"/></xsl:when>
		<xsl:when test="@otherfunction"><xsl:value-of select="@otherfunction"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="concat(translate(substring($function, 1, 1), $h:lower, $h:upper), substring($function, 2))"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- What stands behind the name of a mark, or of a product that is one. -->
<xsl:template name="h:mark-sign">
	<xsl:choose>
		<xsl:when test="@class = 'registered'">®</xsl:when>
		<xsl:when test="@class = 'copyright'">©</xsl:when>
		<xsl:when test="@class = 'service'">℠</xsl:when>
		<xsl:when test="@class = 'trade' or self::db:trademark">™</xsl:when>
	</xsl:choose>
</xsl:template>

<!-- The parts of a person or an organization, as in a bibliography. -->
<xsl:template name="h:parts">
	<xsl:for-each select="*|text()[translate(normalize-space(), ',.;() ', '') != '']">
		<xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if>
		<xsl:apply-templates select="." mode="h:biblio"/>
	</xsl:for-each>
</xsl:template>

<xsl:template match="db:keycombo" name="h:keycombo">
	<xsl:param name="quiet"/>
	<xsl:variable name="between">
		<xsl:choose>
			<xsl:when test="@action = 'seq'"><xsl:text> </xsl:text></xsl:when>
			<xsl:when test="@action = 'press' or @action = 'other'">-</xsl:when>
			<xsl:otherwise>+</xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:for-each select="*">
		<xsl:if test="position() &gt; 1"><xsl:value-of select="$between"/></xsl:if>
		<xsl:apply-templates select="."><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
	</xsl:for-each>
</xsl:template>
<xsl:template match="db:menuchoice" name="h:menuchoice">
	<xsl:param name="quiet"/>
	<xsl:for-each select="*[not(self::db:shortcut)]">
		<xsl:if test="position() &gt; 1">&#xA0;› </xsl:if>
		<xsl:apply-templates select="."><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
	</xsl:for-each>
	<xsl:for-each select="db:shortcut"> (<xsl:apply-templates select="*"/>)</xsl:for-each>
</xsl:template>
<xsl:template match="db:optional">
	<xsl:param name="quiet"/>
	<xsl:text>[</xsl:text>
	<xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
	<xsl:text>]</xsl:text>
</xsl:template>

<!-- What stands between the members of a list within a line; <?dbchoice choice="or"?> gives the
     word before the last. -->
<xsl:template name="h:member-separator">
	<xsl:variable name="choice">
		<xsl:call-template name="h:pi">
			<xsl:with-param name="pi" select="../processing-instruction('dbchoice')[1]"/>
			<xsl:with-param name="name" select="'choice'"/>
		</xsl:call-template>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$choice != '' and $choice != 'and' and position() = last() - 1">
			<xsl:choose>
				<xsl:when test="$choice = 'or'"><xsl:call-template name="h:text"><xsl:with-param name="k" select="'list.or'"/></xsl:call-template></xsl:when>
				<xsl:otherwise><xsl:value-of select="concat(' ', $choice, ' ')"/></xsl:otherwise>
			</xsl:choose>
		</xsl:when>
		<xsl:otherwise><xsl:call-template name="h:separator"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
