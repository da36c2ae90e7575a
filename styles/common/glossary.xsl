<?xml version="1.0" encoding="UTF-8"?>
<!-- glossary.xsl - the order of glossary entries and which entry a term means -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	exclude-result-prefixes="db h">

<xsl:param name="glossary.sort">1</xsl:param>      <!-- 0: as the author wrote them -->
<!-- Files, relative to the book, from which <glossary role="auto"/> takes its entries; the program
     has done so before the stylesheets see the book. -->
<xsl:param name="glossary.collection"/>

<xsl:key name="h:gloss" match="db:glossentry" use="translate(normalize-space(db:glossterm),
	'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>

<!-- The id of the entry that a glossterm or firstterm means; "" where there is none. -->
<xsl:template name="h:gloss-id">
	<xsl:variable name="word">
		<xsl:choose>
			<xsl:when test="@baseform"><xsl:value-of select="@baseform"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="normalize-space(.)"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="@linkend"><xsl:value-of select="@linkend"/></xsl:when>
		<xsl:otherwise>
			<xsl:for-each select="key('h:gloss', translate($word, $h:upper, $h:lower))[1]">
				<xsl:call-template name="h:id"/>
			</xsl:for-each>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- What an acronym is short for: the definition of its entry, up to the first full stop. -->
<xsl:template name="h:expansion">
	<xsl:for-each select="key('h:gloss', translate(normalize-space(.), $h:upper, $h:lower))[1]/db:glossdef/*[1][
		self::db:para or self::db:simpara]">
		<xsl:variable name="text"><xsl:apply-templates select="node()" mode="h:plain"/></xsl:variable>
		<xsl:variable name="first" select="normalize-space(substring-before(concat(normalize-space($text), '.'), '.'))"/>
		<xsl:if test="string-length($first) &lt; 100"><xsl:value-of select="$first"/></xsl:if>
	</xsl:for-each>
</xsl:template>

</xsl:stylesheet>
