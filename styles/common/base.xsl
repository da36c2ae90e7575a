<?xml version="1.0" encoding="UTF-8"?>
<!--
  base.xsl - what both editions, printed and HTML, share at the root: keys, ids, pictures
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:exsl="http://exslt.org/common" extension-element-prefixes="func"
	exclude-result-prefixes="db h f exsl">

<!-- Of an assembly with several structures, the one that is the book; read by the program. -->
<xsl:param name="structure.id"/>

<!-- generated: what the back end calls an element that an id was never given to -->
<xsl:key name="h:id" match="*[@xml:id]" use="@xml:id"/>

<!-- The document of the book: templates that work on prepared trees come back here. -->
<xsl:variable name="h:book" select="/"/>

<!-- for translate() of names that are in English letters by definition -->
<xsl:variable name="h:upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
<xsl:variable name="h:lower" select="'abcdefghijklmnopqrstuvwxyz'"/>

<!-- ==== ids ==== -->
<!-- The author's id, of two that have it the first; else one that holds for this run. -->
<xsl:template name="h:id">
	<xsl:choose>
		<xsl:when test="@xml:id and count(key('h:id', @xml:id)[1]|.) = 1"><xsl:value-of select="@xml:id"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="concat('h-', generate-id())"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- text with the first `what` replaced -->
<xsl:template name="h:replace">
	<xsl:param name="text"/>
	<xsl:param name="what"/>
	<xsl:param name="with"/>
	<xsl:choose>
		<xsl:when test="contains($text, $what)">
			<xsl:value-of select="concat(substring-before($text, $what), $with,
				substring-after($text, $what))"/>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== pictures ==== -->
<!-- Whether an imagedata is of a kind that can be set: PNG, JPEG, SVG. -->
<func:function name="f:printable">
	<xsl:param name="data"/>
	<xsl:variable name="low" select="translate($data/@fileref, $h:upper, $h:lower)"/>
	<xsl:variable name="end" select="substring($low, string-length($low) - 3)"/>
	<func:result select="$data/@entityref or $data/* or $end = '.png' or $end = '.jpg' or $end = 'jpeg' or $end = '.svg'"/>
</func:function>

<!-- Where a file is: names of files mean what they mean beside the book's own, since src/doc/book.c. -->
<func:function name="f:file">
	<xsl:param name="data"/>
	<func:result select="h:path($h:book/*, $data/@fileref)"/>
</func:function>

<!-- Of several the first that is there and can be read; those in the document are. -->
<func:function name="f:there">
	<xsl:param name="data"/>
	<func:result select="($data[* or @entityref or starts-with(@fileref, 'data:') or h:exists(f:file(.))])[1]"/>
</func:function>

<!-- ==== synopses ==== -->
<!-- What a class, union, package or the like holds, each on lines of its own; the rest is its head. -->
<func:function name="f:members">
	<xsl:param name="of"/>
	<func:result select="$of/*[self::db:classsynopsisinfo or self::db:synopsisinfo or self::db:enumitem or self::db:funcsynopsis
		or substring-after(local-name(), 'synopsis') = '' and contains(local-name(), 'synopsis')]"/>
</func:function>

<!-- ==== processing instructions ==== -->
<!-- The value of a pseudo-attribute of a processing instruction's text. -->
<xsl:template name="h:pi">
	<xsl:param name="pi"/>
	<xsl:param name="name"/>
	<xsl:variable name="after" select="substring-after(concat(' ', translate($pi, '&#10;&#9;', '  ')),
		concat(' ', $name, '='))"/>
	<xsl:variable name="q" select="substring($after, 1, 1)"/>
	<xsl:if test="$after">
		<xsl:value-of select="substring-before(substring($after, 2), $q)"/>
	</xsl:if>
</xsl:template>

<!-- The first value of a name among instructions: dbfo or dbhtml, and db for both. -->
<func:function name="f:said">
	<xsl:param name="pis"/>
	<xsl:param name="name"/>
	<xsl:variable name="value">
		<xsl:call-template name="h:pi">
			<xsl:with-param name="pi" select="$pis[contains(concat(' ', translate(., '&#10;&#9;', '  ')), concat(' ', $name, '='))][1]"/>
			<xsl:with-param name="name" select="$name"/>
		</xsl:call-template>
	</xsl:variable>
	<func:result select="normalize-space($value)"/>
</func:function>

<!-- <?dbfo toc="0"?>, <?dbhtml toc="0"?>, <?db toc="false"?>: no list of what is in an element. -->
<func:function name="f:wants-toc">
	<xsl:param name="element"/>
	<xsl:param name="target"/>
	<xsl:variable name="said" select="f:said(($element|$element/db:info)/processing-instruction()[name() = $target or name() = 'db'], 'toc')"/>
	<func:result select="not($said = '0' or $said = 'false' or $said = 'no')"/>
</func:function>

<!-- What an instruction that stands by itself asks for: a new page, a new line, a rule. -->
<func:function name="f:asks">
	<xsl:param name="pi"/>
	<xsl:variable name="name" select="concat(' ', translate(name($pi), $h:upper, $h:lower), ' ')"/>
	<xsl:variable name="tex" select="$name = ' latex ' or $name = ' dblatex ' or $name = ' tex '"/>
	<xsl:choose>
		<xsl:when test="contains(' hard-pagebreak pagebreak page-break custom-pagebreak asciidoc-pagebreak newpage dbpagebreak ', $name)">
			<func:result select="'page'"/>
		</xsl:when>
		<xsl:when test="contains(' linebreak line-break asciidoc-br br dblinebreak ', $name)"><func:result select="'line'"/></xsl:when>
		<xsl:when test="contains(' asciidoc-hr hr ', $name)"><func:result select="'rule'"/></xsl:when>
		<xsl:when test="$tex and (contains($pi, '\newpage') or contains($pi, '\pagebreak') or contains($pi, '\clearpage')
			or contains($pi, '\cleardoublepage'))"><func:result select="'page'"/></xsl:when>
		<xsl:when test="$tex and (contains($pi, '\linebreak') or contains($pi, '\newline') or contains($pi, '\\'))">
			<func:result select="'line'"/>
		</xsl:when>
		<xsl:when test="($name = ' dbfo ' or $name = ' db ') and (contains($pi, 'pagebreak') or contains($pi, 'page-break'))">
			<func:result select="'page'"/>
		</xsl:when>
		<xsl:when test="($name = ' dbfo ' or $name = ' db ') and contains($pi, 'linebreak')"><func:result select="'line'"/></xsl:when>
		<xsl:otherwise><func:result select="''"/></xsl:otherwise>
	</xsl:choose>
</func:function>
<!-- Two words that a new line parts stay two where there are no lines. -->
<xsl:template match="processing-instruction()[f:asks(.) = 'line']" mode="h:plain"><xsl:text> </xsl:text></xsl:template>

</xsl:stylesheet>
