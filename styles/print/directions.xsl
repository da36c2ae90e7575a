<?xml version="1.0" encoding="UTF-8"?>
<!--
  directions.xsl - divisions in another language, and whatever runs the other way than what is
  around it

  Only a reference-area has a direction.  Each block of what is turned gets one of its own: it goes
  on over pages as the block would, and spaces, keeps and breaks, which would have nothing before
  them in it, are moved to it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt" xmlns:exsl="http://exslt.org/common"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h exsl">

<!-- A division within another leaves no object of its own: its blocks say its language. -->
<xsl:template name="in-language">
	<xsl:param name="content"/>
	<xsl:choose>
		<xsl:when test="@xml:lang">
			<xsl:call-template name="in-direction">
				<xsl:with-param name="content">
					<xsl:apply-templates select="exsl:node-set($content)/node()" mode="in-language">
						<xsl:with-param name="lang" select="@xml:lang"/>
					</xsl:apply-templates>
				</xsl:with-param>
				<!-- the whole column is mirrored: labels hang in the other margin -->
				<xsl:with-param name="column">
					<xsl:choose><xsl:when test="self::db:indexdiv">0pt</xsl:when><xsl:otherwise><xsl:value-of select="$indent"/></xsl:otherwise></xsl:choose>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:copy-of select="$content"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="node()" mode="in-language"><xsl:copy-of select="."/></xsl:template>
<xsl:template match="fo:*" mode="in-language">
	<xsl:param name="lang"/>
	<xsl:copy>
		<xsl:apply-templates select="$lang" mode="att"/>
		<xsl:copy-of select="@*"/>
		<xsl:copy-of select="node()"/>
	</xsl:copy>
</xsl:template>
<xsl:template match="h:turned" mode="in-language">
	<xsl:param name="lang"/>
	<xsl:copy>
		<xsl:copy-of select="@*"/>
		<xsl:apply-templates mode="in-language"><xsl:with-param name="lang" select="$lang"/></xsl:apply-templates>
	</xsl:copy>
</xsl:template>
<!-- ==== blocks ==== -->
<xsl:template match="db:para[@xml:lang]|db:simpara[@xml:lang]|db:formalpara[@xml:lang]|db:itemizedlist[@xml:lang]
	|db:orderedlist[@xml:lang]|db:variablelist[@xml:lang]|db:simplelist[@xml:lang]|db:segmentedlist[@xml:lang]
	|db:procedure[@xml:lang]|db:calloutlist[@xml:lang]|db:glosslist[@xml:lang]|db:bibliolist[@xml:lang]
	|db:qandaset[@xml:lang]|db:blockquote[@xml:lang]|db:epigraph[@xml:lang]|db:note[@xml:lang]|db:tip[@xml:lang]
	|db:important[@xml:lang]|db:warning[@xml:lang]|db:caution[@xml:lang]|db:danger[@xml:lang]|db:sidebar[@xml:lang]
	|db:annotation[@xml:lang]|db:abstract[@xml:lang]|db:legalnotice[@xml:lang]|db:example[@xml:lang]
	|db:informalexample[@xml:lang]|db:figure[@xml:lang]|db:informalfigure[@xml:lang]|db:table[@xml:lang]
	|db:informaltable[@xml:lang]|db:equation[@xml:lang]|db:informalequation[@xml:lang]|db:formalgroup[@xml:lang]
	|db:literallayout[@xml:lang]|db:address[@xml:lang]|db:poetry[@xml:lang]|db:linegroup[@xml:lang]
	|db:drama[@xml:lang]|db:dialogue[@xml:lang]|db:bridgehead[@xml:lang]|db:mediaobject[@xml:lang]
	|db:revhistory[@xml:lang]|db:task[@xml:lang]|db:msgset[@xml:lang]|db:productionset[@xml:lang]
	|db:cmdsynopsis[@xml:lang]
	|db:listitem[@xml:lang]/*|db:step[@xml:lang]/*|db:answer[@xml:lang]/*|db:question[@xml:lang]/*
	|db:callout[@xml:lang]/*|db:glossdef[@xml:lang]/*|db:footnote[@xml:lang]/*
	
	|db:varlistentry[@xml:lang]/db:listitem/*" priority="9">
	<xsl:variable name="way"><xsl:call-template name="other-way"/></xsl:variable>
	<xsl:choose>
		<xsl:when test="$way = ''"><xsl:apply-imports/></xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="in-direction">
				<xsl:with-param name="content"><xsl:apply-imports/></xsl:with-param>
				<xsl:with-param name="way" select="$way"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- rl-tb or lr-tb where something runs the other way than what it stands in: the elements that are
     turned above, cells and pages.  Items are not, what is in them is. -->
<xsl:template name="other-way">
	<xsl:variable name="own"><xsl:call-template name="h:is-rtl">
		<xsl:with-param name="lang" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
	</xsl:call-template></xsl:variable>
	<xsl:variable name="around"><xsl:call-template name="h:is-rtl">
		<xsl:with-param name="lang" select="ancestor::*[@xml:lang][not(self::db:listitem or self::db:step or self::db:answer or self::db:question or self::db:callout or self::db:glossdef or self::db:footnote or self::db:varlistentry)][1]/@xml:lang"/>
	</xsl:call-template></xsl:variable>
	<xsl:choose>
		<xsl:when test="$own = $around"/>
		<xsl:when test="$own = 1">rl-tb</xsl:when>
		<xsl:otherwise>lr-tb</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== in a line ==== -->
<!-- On an inline object that shows something in another language than around it: what runs the other
     way does not move what stands beside it. -->
<xsl:template name="isolate">
	<xsl:param name="lang" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
	<xsl:param name="around" select="$h:book-lang"/>
	<xsl:variable name="own"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:variable>
	<xsl:variable name="other"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="$around"/></xsl:call-template></xsl:variable>
	<xsl:if test="$own != $other">
		<xsl:attribute name="unicode-bidi">isolate</xsl:attribute>
		<xsl:attribute name="direction"><xsl:choose><xsl:when test="$own = 1">rtl</xsl:when><xsl:otherwise>ltr</xsl:otherwise></xsl:choose></xsl:attribute>
	</xsl:if>
</xsl:template>
<!-- What an element in a line says of itself: dir, or its language. -->
<xsl:template name="inline-way">
	<xsl:choose>
		<xsl:when test="@dir">
			<xsl:attribute name="unicode-bidi"><xsl:choose><xsl:when test="@dir = 'rlo' or @dir = 'lro'">bidi-override</xsl:when><xsl:otherwise>isolate</xsl:otherwise></xsl:choose></xsl:attribute>
			<xsl:attribute name="direction"><xsl:choose><xsl:when test="starts-with(@dir, 'r')">rtl</xsl:when><xsl:otherwise>ltr</xsl:otherwise></xsl:choose></xsl:attribute>
		</xsl:when>
		<xsl:when test="@xml:lang">
			<xsl:call-template name="isolate"><xsl:with-param name="around" select="ancestor::*[@xml:lang][1]/@xml:lang"/></xsl:call-template>
		</xsl:when>
	</xsl:choose>
</xsl:template>
<!-- The same for its title, away from its place. -->
<xsl:template name="title-elsewhere">
	<xsl:param name="content"/>
	<xsl:param name="around" select="$h:book-lang"/>
	<xsl:choose>
		<xsl:when test="ancestor-or-self::*[@xml:lang][1][parent::*] or (db:title|db:info/db:title)[@xml:lang]">
			<fo:inline role="NonStruct">
				<xsl:call-template name="isolate">
					<xsl:with-param name="lang" select="(ancestor-or-self::*[@xml:lang][1]|(db:title|db:info/db:title)[@xml:lang])[last()]/@xml:lang"/>
					<xsl:with-param name="around" select="$around"/>
				</xsl:call-template>
				<xsl:copy-of select="$content"/>
			</fo:inline>
		</xsl:when>
		<xsl:otherwise><xsl:copy-of select="$content"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== the turning ==== -->
<!-- column: start-indent of the text in the turned column; nothing: all stays where it is. -->
<xsl:template name="in-direction">
	<xsl:param name="content"/>
	<xsl:param name="way"><xsl:call-template name="other-way"/></xsl:param>
	<xsl:param name="column"/>
	<xsl:choose>
		<xsl:when test="$way = ''"><xsl:copy-of select="$content"/></xsl:when>
		<xsl:otherwise>
			<xsl:apply-templates select="exsl:node-set($content)/node()" mode="in-direction">
				<xsl:with-param name="way" select="string($way)"/>
				<xsl:with-param name="column" select="string($column)"/>
			</xsl:apply-templates>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="node()" mode="in-direction"><xsl:copy-of select="."/></xsl:template>
<xsl:template match="h:turned|fo:float" mode="in-direction">
	<xsl:param name="way"/>
	<xsl:copy>
		<xsl:copy-of select="@*"/>
		<xsl:apply-templates mode="in-direction">
			<xsl:with-param name="way" select="$way"/>
			<xsl:with-param name="column" select="'0pt'"/>
		</xsl:apply-templates>
	</xsl:copy>
</xsl:template>
<xsl:template match="fo:block|fo:list-block|fo:table|fo:block-container" mode="in-direction">
	<xsl:param name="way"/>
	<xsl:param name="column"/>
	<xsl:variable name="outside" select="@*[starts-with(name(), 'space-') or starts-with(name(), 'keep-with-')
		or starts-with(name(), 'break-') or name() = 'span' or name() = 'clear']"/>
	<fo:block-container role="NonStruct" writing-mode="{$way}">
		<xsl:copy-of select="$outside"/>
		<xsl:choose>
			<xsl:when test="$column != ''">
				<xsl:attribute name="start-indent">0pt</xsl:attribute>
				<xsl:attribute name="end-indent">0pt</xsl:attribute>
			</xsl:when>
			<xsl:otherwise><xsl:copy-of select="@start-indent"/></xsl:otherwise>
		</xsl:choose>
		<fo:block role="NonStruct" end-indent="0pt">
			<xsl:attribute name="start-indent">
				<xsl:choose><xsl:when test="$column != ''"><xsl:value-of select="$column"/></xsl:when><xsl:otherwise>0pt</xsl:otherwise></xsl:choose>
			</xsl:attribute>
			<xsl:copy>
				<xsl:copy-of select="@*[count(.|$outside) != count($outside)]"/>
				<xsl:if test="$column = '' and @start-indent"><xsl:attribute name="start-indent">0pt</xsl:attribute></xsl:if>
				<xsl:copy-of select="node()"/>
			</xsl:copy>
		</fo:block>
	</fo:block-container>
</xsl:template>

</xsl:stylesheet>
