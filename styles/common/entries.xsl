<?xml version="1.0" encoding="UTF-8"?>
<!--
  entries.xsl - the parts of a bibliography entry in order, in both editions

  Authors.  Editors.  Title: subtitle.  The rest in the author's order, each with its full stop.
  mode="h:biblio" writes one part within the line; what stands below it the editions write.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt" exclude-result-prefixes="db h">

<xsl:template name="h:biblio-line">
	<xsl:call-template name="h:biblio-people">
		<xsl:with-param name="people" select="db:author|db:authorgroup/db:author|db:collab|db:authorgroup/db:collab"/>
		<xsl:with-param name="stop" select="'. '"/>
	</xsl:call-template>
	<xsl:call-template name="h:biblio-people">
		<xsl:with-param name="people" select="db:editor|db:authorgroup/db:editor|db:othercredit|db:authorgroup/db:othercredit"/>
		<xsl:with-param name="stop" select="'. '"/>
	</xsl:call-template>
	<xsl:for-each select="*[not(self::db:abbrev[not(preceding-sibling::*)] or self::db:author or self::db:authorgroup or self::db:collab
		or self::db:editor or self::db:othercredit or self::db:titleabbrev or self::db:indexterm or self::db:subtitle[../db:title])]">
		<xsl:variable name="part"><xsl:apply-templates select="." mode="h:biblio"/></xsl:variable>
		<xsl:variable name="text" select="normalize-space($part)"/>
		<xsl:copy-of select="$part"/>
		<xsl:if test="$text != '' and not(self::db:revhistory or self::db:printhistory)">
			<xsl:if test="not(contains('.?!。।', substring($text, string-length($text))))">.</xsl:if>
			<xsl:text> </xsl:text>
		</xsl:if>
	</xsl:for-each>
</xsl:template>

<!-- People with what is said about them in brackets. -->
<xsl:template name="h:biblio-people">
	<xsl:param name="people"/>
	<xsl:param name="stop"/>
	<xsl:for-each select="$people">
		<xsl:call-template name="h:person"/>
		<xsl:variable name="about" select="db:orgname[../db:personname or ../db:surname]|db:orgdiv|db:affiliation|db:contrib|db:email|db:uri|db:address"/>
		<xsl:if test="$about">
			<xsl:text> (</xsl:text>
			<xsl:for-each select="$about">
				<xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if>
				<xsl:apply-templates select="." mode="h:biblio"/>
			</xsl:for-each>
			<xsl:text>)</xsl:text>
		</xsl:if>
		<xsl:call-template name="h:separator"/>
	</xsl:for-each>
	<xsl:if test="$people"><xsl:value-of select="$stop"/></xsl:if>
</xsl:template>

<xsl:template match="text()" mode="h:biblio"><xsl:value-of select="."/></xsl:template>
<!-- the author's line ends before a full stop that follows the set -->
<xsl:template match="db:bibliomset/text()[not(following-sibling::node())]" mode="h:biblio">
	<xsl:if test="normalize-space() != ''">
		<xsl:if test="normalize-space(substring(., 1, 1)) = ''"><xsl:text> </xsl:text></xsl:if>
		<xsl:value-of select="normalize-space()"/>
	</xsl:if>
</xsl:template>
<xsl:template match="*" mode="h:biblio"><xsl:apply-templates select="."/></xsl:template>
<xsl:template match="db:pubdate|db:date" mode="h:biblio"><xsl:call-template name="h:date"/></xsl:template>
<xsl:template match="db:author|db:editor|db:othercredit|db:collab" mode="h:biblio">
	<xsl:call-template name="h:biblio-people"><xsl:with-param name="people" select="."/></xsl:call-template>
</xsl:template>
<xsl:template match="db:personname" mode="h:biblio"><xsl:call-template name="h:person"/></xsl:template>
<xsl:template match="db:authorgroup" mode="h:biblio">
	<xsl:call-template name="h:biblio-people"><xsl:with-param name="people" select="*[not(self::db:indexterm)]"/></xsl:call-template>
</xsl:template>
<!-- Parts with commas between them, whatever stood between them in the source. -->
<xsl:template match="db:publisher|db:affiliation|db:confgroup|db:person|db:org" mode="h:biblio"><xsl:call-template name="h:parts"/></xsl:template>
<xsl:template match="db:address" mode="h:biblio">
	<xsl:for-each select="*|text()[translate(normalize-space(), ',.;() ', '') != '']">
		<xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if>
		<xsl:value-of select="normalize-space()"/>
	</xsl:for-each>
</xsl:template>
<xsl:template match="db:biblioset" mode="h:biblio"><xsl:call-template name="h:biblio-parts"/></xsl:template>
<xsl:template match="db:bibliomset" mode="h:biblio"><xsl:apply-templates mode="h:biblio"/></xsl:template>
<xsl:template match="db:biblioid" mode="h:biblio">
	<xsl:if test="not(ancestor::db:bibliomixed)"><xsl:call-template name="h:biblioid-kind"/></xsl:if>
	<xsl:apply-templates select="."/>
</xsl:template>
<!-- "ISBN ": of kinds that go by their initials -->
<xsl:template name="h:biblioid-kind">
	<xsl:if test="contains(' doi isbn issn isrn ', concat(' ', @class, ' '))">
		<xsl:value-of select="concat(translate(@class, $h:lower, $h:upper), ' ')"/>
	</xsl:if>
</xsl:template>

</xsl:stylesheet>
