<?xml version="1.0" encoding="UTF-8"?>
<!-- verbatim.xsl - listings, screens, literal layouts; their callouts and line numbers -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h exsl str">

<xsl:template match="db:programlisting|db:screen|db:synopsis|db:literallayout[@class = 'monospaced']|db:programlistingco/db:programlisting
	|db:screenco/db:screen">
	<xsl:param name="areas" select="/.."/>
	<xsl:variable name="rtl"><xsl:call-template name="h:is-rtl">
		<xsl:with-param name="lang" select="ancestor::*[@xml:lang][1]/@xml:lang"/>
	</xsl:call-template></xsl:variable>
	<xsl:choose>
		<!-- machines read from left to right -->
		<xsl:when test="$rtl = 1">
			<fo:block-container xsl:use-attribute-sets="code.space" writing-mode="lr-tb">
				<fo:block start-indent="0pt" end-indent="0pt" role="NonStruct">
					<xsl:call-template name="code-block">
						<xsl:with-param name="areas" select="$areas"/><xsl:with-param name="may-grow" select="0"/>
					</xsl:call-template>
				</fo:block>
			</fo:block-container>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="code-block"><xsl:with-param name="areas" select="$areas"/></xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<!-- A listing with lines that the column has no room for takes the margin's as well. -->
<xsl:template name="code-block">
	<xsl:param name="areas"/>
	<xsl:param name="may-grow" select="1"/>
	<fo:block role="Code" xsl:use-attribute-sets="code.block">
		<xsl:if test="$may-grow = 1 and string-length() &gt; $code.columns and not(ancestor::db:listitem or ancestor::db:step or ancestor::db:entry
			or ancestor::db:td or ancestor::db:th or ancestor::db:sidebar or ancestor::db:note or ancestor::db:tip or ancestor::db:warning
			or ancestor::db:important or ancestor::db:caution or ancestor::db:danger or ancestor::db:blockquote or ancestor::db:footnote
			or ancestor::db:answer or ancestor::db:question or ancestor::db:callout or ancestor::db:glossdef or ancestor::db:info
			or ancestor::db:annotation) and str:tokenize(string(), '&#10;')[string-length() &gt; $code.columns]">
			<xsl:attribute name="margin-left"><xsl:value-of select="$indent.back"/></xsl:attribute>
		</xsl:if>
		<xsl:call-template name="keep"><xsl:with-param name="wanted" select="string-length(.) &lt; 600"/></xsl:call-template>
		<!-- <?db-font-size 75%?> -->
		<xsl:if test="processing-instruction('db-font-size')"><xsl:attribute name="font-size"><xsl:value-of select="normalize-space(processing-instruction('db-font-size')[1])"/></xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<xsl:call-template name="verbatim"><xsl:with-param name="areas" select="$areas"/></xsl:call-template>
	</fo:block>
</xsl:template>

<xsl:template match="db:literallayout">
	<fo:block xsl:use-attribute-sets="para" text-align="start" hyphenate="false" white-space-collapse="false"
		white-space-treatment="preserve" linefeed-treatment="preserve">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="verbatim"/>
	</fo:block>
</xsl:template>

<xsl:template name="verbatim">
	<xsl:param name="areas" select="/.."/>
	<xsl:choose>
		<xsl:when test="@linenumbering = 'numbered' or $areas">
			<xsl:variable name="content"><xsl:call-template name="listing"/></xsl:variable>
			<xsl:variable name="first"><xsl:call-template name="h:first-line"/></xsl:variable>
			<!-- of how many lines one is numbered; 0: none -->
			<xsl:variable name="every">
				<xsl:choose>
					<xsl:when test="@linenumbering = 'numbered'"><xsl:call-template name="h:every-line"><xsl:with-param name="target" select="'dbfo'"/></xsl:call-template></xsl:when>
					<xsl:otherwise>0</xsl:otherwise>
				</xsl:choose>
			</xsl:variable>
			<xsl:apply-templates select="exsl:node-set($content)/node()[1]" mode="number-lines">
				<xsl:with-param name="line" select="$first"/>
				<xsl:with-param name="every" select="number($every)"/>
				<xsl:with-param name="areas" select="$areas"/>
				<xsl:with-param name="fresh" select="1"/>
			</xsl:apply-templates>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="listing"/>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The text of a listing; one of a known language, without markup of its own, in its colours. -->
<xsl:template name="listing">
	<xsl:choose>
		<xsl:when test="@language and not(*) and function-available('h:highlight')">
			<xsl:variable name="plain"><xsl:apply-templates/></xsl:variable>
			<xsl:variable name="code" select="h:highlight(string($plain), translate(@language, $h:upper, $h:lower))"/>
			<xsl:choose>
				<xsl:when test="$code"><xsl:apply-templates select="$code/node()" mode="highlight"/></xsl:when>
				<xsl:otherwise><xsl:copy-of select="$plain"/></xsl:otherwise>
			</xsl:choose>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Keywords stand out by weight, comments step back; ink does the rest. -->
<xsl:template match="span" mode="highlight">
	<xsl:variable name="kind" select="substring-after(@class, ' ')"/>
	<xsl:choose>
		<xsl:when test="$kind = 'kwa'"><fo:inline font-weight="bold"><xsl:apply-templates mode="highlight"/></fo:inline></xsl:when>
		<xsl:when test="$kind = 'kwb' or $kind = 'kwc' or $kind = 'kwd' or $kind = 'str' or $kind = 'esc'">
			<fo:inline color="{$accent}"><xsl:apply-templates mode="highlight"/></fo:inline>
		</xsl:when>
		<xsl:when test="$kind = 'com' or $kind = 'slc' or $kind = 'ppc'">
			<fo:inline color="{$grey}"><xsl:apply-templates mode="highlight"/></fo:inline>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates mode="highlight"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="text()" mode="highlight"><xsl:value-of select="."/></xsl:template>


<!-- A leading line feed after the start tag is markup, not text. -->
<xsl:template match="db:programlisting/text()|db:screen/text()|db:literallayout/text()|db:synopsis/text()|db:address/text()">
	<xsl:variable name="text">
		<xsl:choose>
			<xsl:when test="not(preceding-sibling::node()) and starts-with(., '&#10;')"><xsl:value-of select="substring(., 2)"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="not(following-sibling::node())">
			<xsl:call-template name="h:breakable">
				<xsl:with-param name="text">
					<xsl:call-template name="trim-end"><xsl:with-param name="text" select="string($text)"/></xsl:call-template>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="h:breakable"><xsl:with-param name="text" select="$text"/></xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:screen/*/text()|db:programlisting/*/text()|db:synopsis/*/text()|db:literallayout/*/text()">
	<xsl:call-template name="h:breakable"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
</xsl:template>

<!-- A line of code without a blank for more than a line gets places where it may be broken. -->
<xsl:template name="h:breakable">
	<xsl:param name="text"/>
	<xsl:choose>
		<xsl:when test="string-length($text) &gt; 66 and function-available('h:replace')">
			<xsl:value-of select="h:replace(string($text), '(\S{66})(?=\S)', '$1&#x200B;')"/>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template name="trim-end">
	<xsl:param name="text"/>
	<xsl:variable name="last" select="substring($text, string-length($text))"/>
	<xsl:choose>
		<xsl:when test="$last = ' ' or $last = '&#10;' or $last = '&#9;'">
			<xsl:call-template name="trim-end"><xsl:with-param name="text" select="substring($text, 1, string-length($text) - 1)"/></xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== line numbers and areas: the finished content is walked, line by line ==== -->
<xsl:template name="line-number">
	<xsl:param name="line"/>
	<fo:inline role="artifact" color="{$grey}" font-size="0.85em">
		<xsl:value-of select="concat(substring('    ', 1, 4 - string-length($line)), $line, '  ')"/>
	</fo:inline>
</xsl:template>

<!-- An area beyond the last line has its mark there. -->
<xsl:template name="area-marks">
	<xsl:param name="areas"/>
	<xsl:param name="line"/>
	<xsl:param name="last" select="false()"/>
	<xsl:for-each select="$areas">
		<xsl:variable name="wanted" select="substring-before(concat(normalize-space(@coords), ' '), ' ')"/>
		<xsl:if test="$last and $wanted &gt; $line">
			<xsl:message><xsl:value-of select="concat('this area is in line ', $wanted, ', and the last is ', $line, ': it is marked there')"/></xsl:message>
		</xsl:if>
		<xsl:if test="$wanted = $line or $last and $wanted &gt; $line">
			<xsl:text> </xsl:text>
			<xsl:call-template name="callout-mark">
				<xsl:with-param name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:with-param>
				<xsl:with-param name="id" select="@xml:id"/>
			</xsl:call-template>
		</xsl:if>
	</xsl:for-each>
</xsl:template>

<xsl:template match="node()" mode="number-lines">
	<xsl:param name="line"/>
	<xsl:param name="every"/>
	<xsl:param name="areas"/>
	<xsl:param name="fresh"/>
	<xsl:if test="$fresh and $every">
		<xsl:call-template name="line-number"><xsl:with-param name="line" select="substring($line, 1, 9 * ($line mod $every = 0))"/></xsl:call-template>
	</xsl:if>
	<xsl:copy-of select="."/>
	<xsl:choose>
		<xsl:when test="following-sibling::node()">
			<xsl:apply-templates select="following-sibling::node()[1]" mode="number-lines">
				<xsl:with-param name="line" select="$line + string-length(.) - string-length(translate(., '&#10;', ''))"/>
				<xsl:with-param name="every" select="$every"/>
				<xsl:with-param name="areas" select="$areas"/>
			</xsl:apply-templates>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="area-marks"><xsl:with-param name="areas" select="$areas"/><xsl:with-param name="line" select="$line"/><xsl:with-param name="last" select="true()"/></xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="text()" mode="number-lines">
	<xsl:param name="line"/>
	<xsl:param name="every"/>
	<xsl:param name="areas"/>
	<xsl:param name="fresh"/>
	<xsl:param name="text" select="string(.)"/>
	<xsl:if test="$fresh and $every">
		<xsl:call-template name="line-number"><xsl:with-param name="line" select="substring($line, 1, 9 * ($line mod $every = 0))"/></xsl:call-template>
	</xsl:if>
	<xsl:choose>
		<xsl:when test="contains($text, '&#10;')">
			<xsl:value-of select="substring-before($text, '&#10;')"/>
			<xsl:call-template name="area-marks"><xsl:with-param name="areas" select="$areas"/><xsl:with-param name="line" select="$line"/></xsl:call-template>
			<xsl:text>&#10;</xsl:text>
			<xsl:apply-templates select="." mode="number-lines">
				<xsl:with-param name="line" select="$line + 1"/>
				<xsl:with-param name="every" select="$every"/>
				<xsl:with-param name="areas" select="$areas"/>
				<xsl:with-param name="fresh" select="1"/>
				<xsl:with-param name="text" select="substring-after($text, '&#10;')"/>
			</xsl:apply-templates>
		</xsl:when>
		<xsl:otherwise>
			<xsl:value-of select="$text"/>
			<xsl:choose>
				<xsl:when test="following-sibling::node()">
					<xsl:apply-templates select="following-sibling::node()[1]" mode="number-lines">
						<xsl:with-param name="line" select="$line"/>
						<xsl:with-param name="every" select="$every"/>
						<xsl:with-param name="areas" select="$areas"/>
					</xsl:apply-templates>
				</xsl:when>
				<xsl:otherwise>
					<xsl:call-template name="area-marks"><xsl:with-param name="areas" select="$areas"/><xsl:with-param name="line" select="$line"/><xsl:with-param name="last" select="true()"/></xsl:call-template>
				</xsl:otherwise>
			</xsl:choose>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== callouts ==== -->
<xsl:template name="callout-mark">
	<xsl:param name="n"/>
	<xsl:param name="id"/>
	<fo:inline font-family="{$sans}" font-weight="bold" color="{$accent}">
		<xsl:if test="$id != ''"><xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
		<xsl:choose>
			<xsl:when test="$n &gt;= 1 and $n &lt;= 20">
				<xsl:value-of select="substring('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', $n, 1)"/>
			</xsl:when>
			<xsl:otherwise>(<xsl:value-of select="$n"/>)</xsl:otherwise>
		</xsl:choose>
	</fo:inline>
</xsl:template>
<xsl:template match="db:co">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)">
		<xsl:call-template name="callout-mark">
			<xsl:with-param name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:with-param>
			<xsl:with-param name="id" select="@xml:id"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>
<xsl:template match="db:coref">
	<xsl:call-template name="callout-mark">
		<xsl:with-param name="n"><xsl:apply-templates select="key('h:id', @linkend)" mode="h:label"/></xsl:with-param>
	</xsl:call-template>
</xsl:template>
<xsl:template match="db:lineannotation"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>

<xsl:template match="db:programlistingco|db:screenco">
	<xsl:apply-templates select="db:programlisting|db:screen">
		<xsl:with-param name="areas" select="db:areaspec//db:area"/>
	</xsl:apply-templates>
	<xsl:apply-templates select="db:calloutlist"/>
</xsl:template>

</xsl:stylesheet>
