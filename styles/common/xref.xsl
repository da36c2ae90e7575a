<?xml version="1.0" encoding="UTF-8"?>
<!--
  xref.xsl - what a cross reference says

  The words come from a pattern: %l label ("Table 3.1"), %n number, %t title, %p page,
  %d the book.  Which
  pattern: xrefstyle="template:…" as it stands; xrefstyle="select: label quotedtitle page"
  put together; else by the kind of target, from the language file (xref.KIND).  A back end
  gives mode="h:xref-page" (page number; nothing on the web) and may give mode="h:xref-title".
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:xlink="http://www.w3.org/1999/xlink" exclude-result-prefixes="db h xlink">

<!-- A title that names others is said without their words: they may name it in turn. -->
<xsl:template match="*" mode="h:xref-title">
	<xsl:variable name="title" select="h:title(.)|self::db:glossentry/db:glossterm|self::db:varlistentry/db:term[1]"/>
	<xsl:choose>
		<xsl:when test="$title//db:xref or $title//db:link[not(node())] or $title//db:glossterm[not(node())]">
			<xsl:variable name="words"><xsl:apply-templates select="$title[1]/node()" mode="h:plain"/></xsl:variable>
			<xsl:value-of select="normalize-space($words)"/>
		</xsl:when>
		<xsl:when test="$title"><xsl:apply-templates select="." mode="h:title"/></xsl:when>
		<xsl:otherwise>
			<xsl:variable name="name"><xsl:apply-templates select="." mode="h:title"/></xsl:variable>
			<xsl:copy-of select="$name"/>
			<xsl:if test="string($name) = ''"><xsl:apply-templates select="." mode="h:own-words"/></xsl:if>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- What has neither title nor name is called by what it says itself: a synopsis by what it is of,
     a person by name, anything else by its words where they are few. -->
<xsl:template match="*" mode="h:own-words">
	<xsl:if test="string-length(normalize-space()) &lt;= 80 and not(descendant::db:para or descendant::db:simpara)">
		<xsl:apply-templates select="node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
	</xsl:if>
</xsl:template>
<xsl:template match="db:funcsynopsis|db:funcprototype|db:classsynopsis|db:fieldsynopsis|db:methodsynopsis
	|db:constructorsynopsis|db:destructorsynopsis|db:enumsynopsis|db:macrosynopsis|db:typedefsynopsis" mode="h:own-words">
	<xsl:apply-templates select="(descendant::*[self::db:function[parent::db:funcdef] or self::db:classname
		or self::db:interfacename or self::db:exceptionname or self::db:methodname or self::db:varname or self::db:enumname
		or self::db:macroname or self::db:typedefname])[1]"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
</xsl:template>
<xsl:template match="db:cmdsynopsis" mode="h:own-words"><xsl:apply-templates select="(.//db:command)[1]/node()"/></xsl:template>
<xsl:template match="db:author|db:editor|db:othercredit|db:collab" mode="h:own-words"><xsl:call-template name="h:person"/></xsl:template>
<xsl:template match="db:listitem[parent::db:varlistentry]" mode="h:own-words">
	<xsl:apply-templates select=".." mode="h:title"/>
</xsl:template>
<xsl:template match="db:para|db:simpara|db:informaltable|db:informalfigure|db:informalexample|db:informalequation|db:programlisting
	|db:screen|db:literallayout|db:synopsis|db:itemizedlist|db:orderedlist|db:variablelist|db:segmentedlist|db:simplelist|db:calloutlist
	|db:blockquote|db:mediaobject|db:inlinemediaobject|db:imageobject|db:imageobjectco|db:imagedata|db:videoobject|db:audioobject|db:textobject|db:productionset|db:msgset|db:co|db:area|db:areaset|db:listitem|db:step
	|db:biblioentry|db:bibliomixed|db:tgroup|db:thead|db:tbody|db:tfoot|db:row|db:tr|db:entry|db:td|db:th|db:entrytbl
	|db:address" mode="h:own-words"/>

<!-- The text for a reference to the context node: in the author's own pattern, as the target
     wants to be called, by the parts that the style selects, else by the kind of target.  Where
     the target has nothing of what is asked for, by its kind, too. -->
<xsl:template name="h:xref-text">
	<xsl:param name="style"/>
	<xsl:param name="lang" select="$h:book-lang"/>
	<xsl:variable name="pattern">
		<xsl:choose>
			<xsl:when test="starts-with($style, 'template:')"><xsl:value-of select="substring-after($style, 'template:')"/></xsl:when>
			<xsl:when test="contains($style, '%')">
				<!-- %label in words, %l its number, %c the title, %p the page -->
				<xsl:call-template name="h:own-pattern"><xsl:with-param name="text" select="$style"/></xsl:call-template>
			</xsl:when>
			<xsl:when test="@xreflabel"/>
			<xsl:when test="starts-with($style, 'select:')">
				<xsl:call-template name="h:select-pattern"><xsl:with-param name="words" select="substring-after($style, 'select:')"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
			</xsl:when>
			<xsl:when test="$style = 'label' or $style = 'number' or $style = 'title' or $style = 'page'
				or $style = 'quotedtitle' or $style = 'labelnumber'">
				<xsl:call-template name="h:select-pattern"><xsl:with-param name="words" select="$style"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
			</xsl:when>
		</xsl:choose>
	</xsl:variable>
	<xsl:variable name="says">
		<xsl:if test="$pattern != ''"><xsl:call-template name="h:says"><xsl:with-param name="pattern" select="$pattern"/></xsl:call-template></xsl:if>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$says = 1"><xsl:call-template name="h:fill"><xsl:with-param name="pattern" select="string($pattern)"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:when>
		<xsl:when test="@xreflabel"><xsl:value-of select="@xreflabel"/></xsl:when>
		<xsl:otherwise>
			<xsl:apply-templates select="." mode="h:xref"><xsl:with-param name="lang" select="$lang"/></xsl:apply-templates>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- "1" if the context node has anything of what a pattern asks of it. -->
<xsl:template name="h:says">
	<xsl:param name="pattern"/>
	<xsl:variable name="words">
		<xsl:choose>
			<xsl:when test="not(contains($pattern, '%t') or contains($pattern, '%n') or contains($pattern, '%l'))">1</xsl:when>
			<xsl:when test="contains($pattern, '%t') and h:title(.)">1</xsl:when>
			<xsl:when test="contains($pattern, '%t')"><xsl:apply-templates select="." mode="h:xref-title"/></xsl:when>
		</xsl:choose>
		<xsl:if test="contains($pattern, '%n') or contains($pattern, '%l')"><xsl:apply-templates select="." mode="h:label"/></xsl:if>
	</xsl:variable>
	<xsl:if test="normalize-space($words) != ''">1</xsl:if>
</xsl:template>

<xsl:template name="h:own-pattern">
	<xsl:param name="text"/>
	<xsl:variable name="rest" select="substring-after($text, '%')"/>
	<xsl:choose>
		<xsl:when test="not(contains($text, '%'))"><xsl:value-of select="$text"/></xsl:when>
		<xsl:otherwise>
			<xsl:value-of select="concat(substring-before($text, '%'), '%')"/>
			<xsl:choose>
				<xsl:when test="starts-with($rest, 'label')">l</xsl:when>
				<xsl:otherwise><xsl:value-of select="translate(substring($rest, 1, 1), 'lc', 'nt')"/></xsl:otherwise>
			</xsl:choose>
			<xsl:call-template name="h:own-pattern">
				<xsl:with-param name="text" select="substring($rest, 2 + 4 * starts-with($rest, 'label'))"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- "select:" words to a pattern. -->
<xsl:template name="h:select-pattern">
	<xsl:param name="words"/>
	<xsl:param name="before"/>
	<xsl:param name="lang"/>
	<xsl:variable name="list">
		<!-- the name and the number side by side are the label -->
		<xsl:call-template name="h:replace">
			<xsl:with-param name="text" select="concat(normalize-space($words), ' ')"/>
			<xsl:with-param name="what" select="'labelname labelnumber '"/>
			<xsl:with-param name="with" select="'label '"/>
		</xsl:call-template>
	</xsl:variable>
	<xsl:variable name="word" select="substring-before($list, ' ')"/>
	<xsl:variable name="pattern">
		<xsl:choose>
			<xsl:when test="$word = 'label'">%l</xsl:when>
			<xsl:when test="$word = 'labelnumber' or $word = 'number'">%n</xsl:when>
			<xsl:when test="$word = 'labelname'">
				<xsl:call-template name="h:text"><xsl:with-param name="k" select="local-name()"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
			</xsl:when>
			<xsl:when test="$word = 'title'">%t</xsl:when>
			<xsl:when test="$word = 'quotedtitle'">
				<xsl:call-template name="h:text"><xsl:with-param name="k" select="'xref.title'"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
			</xsl:when>
			<xsl:when test="$word = 'docname' or $word = 'docnamelong'">%d</xsl:when>
			<xsl:when test="$h:pages = 0"/>
			<xsl:when test="$word = 'pagenumber' and $before = ''">%p</xsl:when>
			<xsl:when test="$word = 'page' or $word = 'Page' or $word = 'pageabbrev' or $word = 'pagenumber'">
				<xsl:call-template name="h:text">
					<xsl:with-param name="k"><xsl:text>xref.page</xsl:text><xsl:if test="$before != ''">-after</xsl:if></xsl:with-param>
					<xsl:with-param name="lang" select="$lang"/>
				</xsl:call-template>
			</xsl:when>
		</xsl:choose>
	</xsl:variable>
	<xsl:if test="$pattern != ''">
		<xsl:if test="$before != '' and not(starts-with($pattern, ' ') or starts-with($pattern, '（'))">
			<xsl:call-template name="h:text"><xsl:with-param name="k" select="'xref.comma'"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
		</xsl:if>
		<xsl:value-of select="$pattern"/>
	</xsl:if>
	<xsl:if test="normalize-space(substring-after($list, ' ')) != ''">
		<xsl:call-template name="h:select-pattern">
			<xsl:with-param name="words" select="substring-after($list, ' ')"/>
			<xsl:with-param name="before" select="concat($before, $pattern)"/>
			<xsl:with-param name="lang" select="$lang"/>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- Writes a pattern with the context node as the target. -->
<xsl:template name="h:fill">
	<xsl:param name="pattern"/>
	<xsl:param name="lang"/>
	<xsl:choose>
		<xsl:when test="contains($pattern, '%')">
			<xsl:value-of select="substring-before($pattern, '%')"/>
			<xsl:variable name="rest" select="substring-after($pattern, '%')"/>
			<xsl:variable name="c" select="substring($rest, 1, 1)"/>
			<xsl:choose>
				<xsl:when test="$c = 'l'"><xsl:apply-templates select="." mode="h:full-label"><xsl:with-param name="lang" select="$lang"/></xsl:apply-templates></xsl:when>
				<xsl:when test="$c = 'n'"><xsl:call-template name="h:label-in"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:when>
				<xsl:when test="$c = 't'"><xsl:apply-templates select="." mode="h:xref-title"/></xsl:when>
				<xsl:when test="$c = 'p'"><xsl:apply-templates select="." mode="h:xref-page"/></xsl:when>
				<xsl:when test="$c = 'd' or $c = 'o'"><xsl:apply-templates select="(/|ancestor::db:book)[last()]/descendant-or-self::*[1]" mode="h:short-title"/></xsl:when>
				<xsl:otherwise><xsl:value-of select="concat('%', $c)"/></xsl:otherwise>
			</xsl:choose>
			<xsl:call-template name="h:fill">
				<xsl:with-param name="pattern" select="substring($rest, 2)"/>
				<xsl:with-param name="lang" select="$lang"/>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$pattern"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- A pattern of the language file, then the page where the edition has pages. -->
<xsl:template name="h:xref-by">
	<xsl:param name="k"/>
	<xsl:param name="lang"/>
	<xsl:param name="page" select="1"/>
	<xsl:call-template name="h:fill">
		<xsl:with-param name="lang" select="$lang"/>
		<xsl:with-param name="pattern">
			<xsl:call-template name="h:text">
				<xsl:with-param name="k" select="$k"/>
				<xsl:with-param name="lang" select="$lang"/>
			</xsl:call-template>
			<xsl:if test="$page and $h:pages = 1">
				<xsl:call-template name="h:text">
					<xsl:with-param name="k" select="'xref.page-after'"/>
					<xsl:with-param name="lang" select="$lang"/>
				</xsl:call-template>
			</xsl:if>
		</xsl:with-param>
	</xsl:call-template>
</xsl:template>

<!-- ==== by kind of target ==== -->
<!-- Its label and title; words within a line say themselves; of the rest the place is said. -->
<xsl:template match="*" mode="h:xref">
	<xsl:param name="lang"/>
	<xsl:variable name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
	<xsl:variable name="titled" select="boolean(h:title(.))"/>
	<xsl:variable name="name">
		<xsl:if test="$n = '' and not($titled)"><xsl:apply-templates select="." mode="h:title"/></xsl:if>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$n != '' or $titled or string($name) != ''">
			<xsl:call-template name="h:xref-by">
				<xsl:with-param name="lang" select="$lang"/>
				<xsl:with-param name="k">
					<xsl:choose>
						<xsl:when test="$n != '' and $titled">xref.numbered</xsl:when>
						<xsl:when test="$n != ''">xref.label</xsl:when>
						<xsl:otherwise>xref.title</xsl:otherwise>
					</xsl:choose>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="words"><xsl:apply-templates select="." mode="h:own-words"/></xsl:variable>
			<xsl:copy-of select="$words"/>
			<xsl:if test="string($words) = ''">
				<xsl:call-template name="h:xref-place"><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
			</xsl:if>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:figure|db:table|db:example|db:equation|db:procedure|db:formalgroup" mode="h:xref">
	<xsl:param name="lang"/>
	<xsl:variable name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
	<xsl:call-template name="h:xref-by">
		<xsl:with-param name="lang" select="$lang"/>
		<xsl:with-param name="k">
			<xsl:choose>
				<xsl:when test="$n != ''">xref.label</xsl:when>
				<xsl:otherwise>xref.title</xsl:otherwise>
			</xsl:choose>
		</xsl:with-param>
	</xsl:call-template>
</xsl:template>

<xsl:template match="db:listitem|db:step|db:qandaentry|db:question|db:answer|db:qandadiv" mode="h:xref">
	<xsl:param name="lang"/>
	<xsl:variable name="legal">
		<xsl:for-each select=".."><xsl:call-template name="h:is-legal"/></xsl:for-each>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="parent::db:varlistentry">
			<xsl:apply-templates select=".." mode="h:xref"><xsl:with-param name="lang" select="$lang"/></xsl:apply-templates>
		</xsl:when>
		<xsl:when test="parent::db:itemizedlist"><xsl:call-template name="h:xref-place"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="h:xref-by">
				<xsl:with-param name="lang" select="$lang"/>
				<xsl:with-param name="page" select="0"/>
				<xsl:with-param name="k">
					<xsl:choose>
						<xsl:when test="$legal != ''">xref.paragraph</xsl:when>
						<xsl:when test="self::db:step">xref.step</xsl:when>
						<xsl:when test="self::db:listitem">xref.item</xsl:when>
						<xsl:otherwise>xref.question</xsl:otherwise>
					</xsl:choose>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:glossentry|db:varlistentry|db:refentry" mode="h:xref">
	<xsl:apply-templates select="." mode="h:xref-title"/>
</xsl:template>
<xsl:template match="db:title|db:subtitle|db:term|db:phrase" mode="h:xref">
	<xsl:apply-templates select="node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
</xsl:template>
<xsl:template match="db:biblioentry|db:bibliomixed" mode="h:xref">
	<xsl:text>[</xsl:text><xsl:apply-templates select="." mode="h:label"/><xsl:text>]</xsl:text>
</xsl:template>
<xsl:template match="db:co|db:area|db:areaset|db:footnote" mode="h:xref">
	<xsl:apply-templates select="." mode="h:label"/>
</xsl:template>

<xsl:template match="db:callout" mode="h:xref">
	<xsl:apply-templates select="key('h:id', substring-before(concat(normalize-space(@arearefs), ' '), ' '))[1]" mode="h:xref"/>
</xsl:template>

<!-- No label, no title: the page says where; on the web the nearest thing around it that has a name. -->
<xsl:template name="h:xref-place">
	<xsl:param name="lang"/>
	<xsl:choose>
		<xsl:when test="$h:pages = 1">
			<xsl:call-template name="h:xref-by">
				<xsl:with-param name="lang" select="$lang"/>
				<xsl:with-param name="k" select="'xref.page'"/>
				<xsl:with-param name="page" select="0"/>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise>
			<xsl:apply-templates select="ancestor::*[h:title(.)][1]" mode="h:xref">
				<xsl:with-param name="lang" select="$lang"/>
			</xsl:apply-templates>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
