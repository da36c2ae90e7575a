<?xml version="1.0" encoding="UTF-8"?>
<!--
  base.xsl - what both editions, printed and HTML, share at the root: keys, ids, languages,
  generated text

  Generated text stands in lang/CODE.xml, one file per language; a missing line falls back to
  English.  The language is that of the nearest xml:lang, so that a quotation in French has
  French quotes in an English book.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:exsl="http://exslt.org/common" extension-element-prefixes="func"
	exclude-result-prefixes="db h f exsl">

<!-- generated: what the back end calls an element that an id was never given to -->
<xsl:key name="h:id" match="*[@xml:id]" use="@xml:id"/>
<xsl:key name="h:text" match="h:t" use="@k"/>

<!-- The document of the book: templates that work on prepared trees come back here. -->
<xsl:variable name="h:book" select="/"/>

<!-- for translate() of names that are in English letters by definition -->
<xsl:variable name="h:upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
<xsl:variable name="h:lower" select="'abcdefghijklmnopqrstuvwxyz'"/>

<!-- ==== ids ==== -->
<!-- The author's id, else one that holds for this run. -->
<xsl:template name="h:id">
	<xsl:choose>
		<xsl:when test="@xml:id"><xsl:value-of select="@xml:id"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="concat('h-', generate-id())"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== languages ==== -->
<xsl:variable name="h:languages" select="document('lang/languages.xml')/h:languages/h:language"/>

<!-- The language file for a BCP 47 code: as it stands, by alias, by its first subtag, English. -->
<xsl:template name="h:language-file">
	<xsl:param name="code"/>
	<xsl:variable name="low" select="translate($code, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_',
		'abcdefghijklmnopqrstuvwxyz-')"/>
	<xsl:variable name="exact"
		select="$h:languages[contains(concat(' ', @for, ' '), concat(' ', $low, ' '))]"/>
	<xsl:variable name="first" select="substring-before(concat($low, '-'), '-')"/>
	<xsl:variable name="near"
		select="$h:languages[contains(concat(' ', @for, ' '), concat(' ', $first, ' '))]"/>
	<xsl:choose>
		<xsl:when test="$exact"><xsl:value-of select="$exact/@code"/></xsl:when>
		<xsl:when test="$near"><xsl:value-of select="$near/@code"/></xsl:when>
		<xsl:otherwise>en</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The nearest xml:lang, "en" where there is none at all. -->
<xsl:template name="h:lang">
	<xsl:variable name="near" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
	<xsl:choose>
		<xsl:when test="$near"><xsl:value-of select="$near"/></xsl:when>
		<xsl:otherwise>en</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:variable name="h:book-lang">
	<xsl:choose>
		<xsl:when test="/*/@xml:lang"><xsl:value-of select="/*/@xml:lang"/></xsl:when>
		<xsl:otherwise>en</xsl:otherwise>
	</xsl:choose>
</xsl:variable>
<xsl:variable name="h:book-file">
	<xsl:call-template name="h:language-file">
		<xsl:with-param name="code" select="$h:book-lang"/>
	</xsl:call-template>
</xsl:variable>
<!-- 1 for languages that are written from right to left. -->
<xsl:template name="h:is-rtl">
	<xsl:param name="lang"/>
	<xsl:variable name="first" select="substring-before(concat($lang, '-'), '-')"/>
	<xsl:if test="($first = 'ar' or $first = 'dv' or $first = 'fa' or $first = 'he' or $first = 'ps' or $first = 'ur' or $first = 'yi'
		or contains($lang, '-Arab') or contains($lang, '-Hebr')) and not(contains($lang, '-Latn'))">1</xsl:if>
</xsl:template>
<xsl:variable name="h:direction">
	<xsl:variable name="is"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></xsl:variable>
	<xsl:if test="$is = 1">rtl</xsl:if>
</xsl:variable>
<xsl:variable name="h:book-texts" select="document(concat('lang/', $h:book-file, '.xml'))"/>
<xsl:variable name="h:english" select="document('lang/en.xml')"/>

<!-- Generated text by key, in the language of the context node (or the one given). -->
<xsl:template name="h:text">
	<xsl:param name="k"/>
	<xsl:param name="lang" select="string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
	<xsl:choose>
		<xsl:when test="$lang = '' or $lang = $h:book-lang">
			<xsl:call-template name="h:text-of">
				<xsl:with-param name="k" select="$k"/>
				<xsl:with-param name="texts" select="$h:book-texts"/>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="file">
				<xsl:call-template name="h:language-file">
					<xsl:with-param name="code" select="$lang"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:call-template name="h:text-of">
				<xsl:with-param name="k" select="$k"/>
				<xsl:with-param name="texts" select="document(concat('lang/', $file, '.xml'))"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template name="h:text-of">
	<xsl:param name="k"/>
	<xsl:param name="texts"/>
	<xsl:for-each select="$texts">
		<xsl:variable name="found" select="key('h:text', $k)"/>
		<xsl:choose>
			<xsl:when test="$found"><xsl:value-of select="$found[1]"/></xsl:when>
			<xsl:otherwise>
				<xsl:for-each select="$h:english">
					<xsl:value-of select="key('h:text', $k)[1]"/>
				</xsl:for-each>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:for-each>
</xsl:template>

<!-- A number in the digits that the language uses for labels. -->
<xsl:template name="h:digits">
	<xsl:param name="n"/>
	<xsl:variable name="own">
		<xsl:call-template name="h:text"><xsl:with-param name="k" select="'digits'"/></xsl:call-template>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="string-length($own) = 10">
			<xsl:value-of select="translate($n, '0123456789', $own)"/>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$n"/></xsl:otherwise>
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

<!-- The opening or closing quotation mark of a db:quote: nested ones alternate. -->
<xsl:template name="h:quote-mark">
	<xsl:param name="side"/>
	<xsl:variable name="inner" select="count(ancestor::db:quote) mod 2"/>
	<xsl:call-template name="h:text">
		<xsl:with-param name="k">
			<xsl:text>quote.</xsl:text>
			<xsl:value-of select="$side"/>
			<xsl:if test="$inner = 1">.inner</xsl:if>
		</xsl:with-param>
	</xsl:call-template>
</xsl:template>

<!-- What stands between the position-th and the next of `last` things: ", " or " and ". -->
<xsl:template name="h:separator">
	<xsl:param name="position" select="position()"/>
	<xsl:param name="last" select="last()"/>
	<xsl:if test="$position &lt; $last">
		<xsl:call-template name="h:text">
			<xsl:with-param name="k">
				<xsl:choose>
					<xsl:when test="$position + 1 &lt; $last">list.comma</xsl:when>
					<xsl:when test="$last = 2">list.two</xsl:when>
					<xsl:otherwise>list.last</xsl:otherwise>
				</xsl:choose>
			</xsl:with-param>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- A date 2013-09-13 in words of the language, and the time 10:30:00Z that may follow; anything
     else as it stands. -->
<xsl:template name="h:date">
	<xsl:param name="said" select="normalize-space(.)"/>
	<xsl:variable name="time" select="substring($said, 12)"/>
	<xsl:variable name="timed" select="substring($said, 11, 1) = 'T' and substring($time, 3, 1) = ':'
		and translate($time, '0123456789:.Z+-', '') = ''"/>
	<xsl:variable name="date" select="substring($said, 1, 10 + string-length($said) * not($timed))"/>
	<xsl:variable name="y" select="substring($date, 1, 4)"/>
	<xsl:variable name="m" select="substring($date, 6, 2)"/>
	<xsl:variable name="d" select="substring($date, 9, 2)"/>
	<xsl:choose>
		<xsl:when test="string(number($y)) != 'NaN' and number($m) &gt;= 1 and number($m) &lt;= 12
			and (string-length($date) = 7 or (string-length($date) = 10 and number($d) &gt; 0))
			and substring($date, 5, 1) = '-'">
			<xsl:variable name="pattern">
				<xsl:call-template name="h:text">
					<xsl:with-param name="k">
						<xsl:choose>
							<xsl:when test="$d = ''">date.month</xsl:when>
							<xsl:otherwise>date.day</xsl:otherwise>
						</xsl:choose>
					</xsl:with-param>
				</xsl:call-template>
			</xsl:variable>
			<xsl:variable name="month">
				<xsl:call-template name="h:text">
					<xsl:with-param name="k" select="concat('month.', number($m))"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:variable name="a">
				<xsl:call-template name="h:replace">
					<xsl:with-param name="text" select="$pattern"/>
					<xsl:with-param name="what" select="'%d'"/>
					<xsl:with-param name="with" select="number($d)"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:variable name="b">
				<xsl:call-template name="h:replace">
					<xsl:with-param name="text" select="$a"/>
					<xsl:with-param name="what" select="'%m'"/>
					<xsl:with-param name="with" select="$month"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:call-template name="h:replace">
				<xsl:with-param name="text" select="$b"/>
				<xsl:with-param name="what" select="'%y'"/>
				<xsl:with-param name="with" select="$y"/>
			</xsl:call-template>
			<xsl:if test="$timed">
				<xsl:value-of select="concat(' ', substring($time, 1, 5))"/>
				<xsl:if test="contains($time, 'Z')"> UTC</xsl:if>
			</xsl:if>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$date"/></xsl:otherwise>
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

</xsl:stylesheet>
