<?xml version="1.0" encoding="UTF-8"?>
<!--
  language.xsl - what depends on the language: generated text, numbers, quotation marks, dates

  Generated text stands in lang/CODE.xml, one file per language, the words of the HTML pages
  with it (ui.*).  What a file does not say comes from the one that it is "from" (pt-BR from
  pt), in the end from lang/root.xml: rules made of the language's other words, and CLDR's marks.
  Words that are nowhere are English.
  The language is that of the nearest xml:lang, so that a quotation in French has French quotes
  in an English book.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings"
	exclude-result-prefixes="db h exsl str">

<xsl:key name="h:text" match="h:t" use="@k"/>
<xsl:key name="h:language" match="h:language" use="str:tokenize(concat(@for, ' ', @code), ' ')"/>

<!-- ==== which language ==== -->
<!-- The language file for a BCP 47 code: as it stands or by alias, else without its last subtag. -->
<xsl:template name="h:language-file">
	<xsl:param name="code"/>
	<xsl:variable name="low" select="translate($code, $h:upper, $h:lower)"/>
	<xsl:variable name="file">
		<xsl:for-each select="document('lang/languages.xml')">
			<xsl:value-of select="key('h:language', $low)/@code"/>
		</xsl:for-each>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$file != ''"><xsl:value-of select="$file"/></xsl:when>
		<xsl:when test="contains($low, '-')">
			<xsl:variable name="subtags" select="str:tokenize($low, '-')"/>
			<xsl:call-template name="h:language-file">
				<xsl:with-param name="code" select="substring($low, 1,
					string-length($low) - string-length($subtags[last()]) - 1)"/>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise>root</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The nearest xml:lang, "en" where there is none at all. -->
<xsl:template name="h:lang">
	<xsl:variable name="near" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
	<xsl:choose>
		<xsl:when test="$near != ''"><xsl:value-of select="$near"/></xsl:when>
		<xsl:otherwise>en</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:variable name="h:book-lang">
	<xsl:choose>
		<xsl:when test="/*/@xml:lang != ''"><xsl:value-of select="/*/@xml:lang"/></xsl:when>
		<xsl:otherwise>en</xsl:otherwise>
	</xsl:choose>
</xsl:variable>
<xsl:variable name="h:book-file">
	<xsl:call-template name="h:language-file">
		<xsl:with-param name="code" select="$h:book-lang"/>
	</xsl:call-template>
</xsl:variable>
<xsl:variable name="h:english" select="document('lang/en.xml')"/>

<!-- 1 for languages that are written from right to left. -->
<xsl:template name="h:is-rtl">
	<xsl:param name="lang"/>
	<xsl:variable name="first" select="concat(' ', substring-before(concat($lang, '-'), '-'), ' ')"/>
	<xsl:if test="(contains(' ar arc ckb dv fa he ks nqo pnb prs ps sd syr ug ur yi ', $first)
		or contains($lang, '-Arab') or contains($lang, '-Hebr')) and not(contains($lang, '-Latn')
		or contains($lang, '-Cyrl') or contains($lang, '-Deva'))">1</xsl:if>
</xsl:template>
<xsl:variable name="h:direction">
	<xsl:variable name="is"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></xsl:variable>
	<xsl:if test="$is = 1">rtl</xsl:if>
</xsl:variable>

<!-- ==== generated text ==== -->
<!-- What the book's language says, made once: a look-up goes no further. -->
<xsl:variable name="h:book-tree">
	<xsl:variable name="texts" select="document(concat('lang/', $h:book-file, '.xml'))"/>
	<xsl:for-each select="$texts/*/h:t|document('lang/root.xml')/*/h:t|$h:english/*/h:t">
		<h:t k="{@k}">
			<xsl:call-template name="h:text-of">
				<xsl:with-param name="k" select="string(@k)"/>
				<xsl:with-param name="lang" select="$h:book-lang"/>
				<xsl:with-param name="texts" select="$texts"/>
			</xsl:call-template>
		</h:t>
	</xsl:for-each>
</xsl:variable>
<xsl:variable name="h:book-texts" select="exsl:node-set($h:book-tree)"/>

<!-- By key, in the language of the context node (or the one given). -->
<xsl:template name="h:text">
	<xsl:param name="k"/>
	<xsl:param name="lang" select="string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
	<xsl:choose>
		<xsl:when test="$lang = '' or $lang = $h:book-lang">
			<xsl:for-each select="$h:book-texts"><xsl:value-of select="key('h:text', $k)"/></xsl:for-each>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="file">
				<xsl:call-template name="h:language-file">
					<xsl:with-param name="code" select="$lang"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:call-template name="h:text-of">
				<xsl:with-param name="k" select="$k"/>
				<xsl:with-param name="lang" select="$lang"/>
				<xsl:with-param name="texts" select="document(concat('lang/', $file, '.xml'))"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- first: the language's own file, where texts is one that it is from -->
<xsl:template name="h:text-of">
	<xsl:param name="k"/>
	<xsl:param name="lang"/>
	<xsl:param name="texts"/>
	<xsl:param name="first" select="$texts"/>
	<xsl:for-each select="$texts">
		<xsl:variable name="own" select="key('h:text', $k)"/>
		<xsl:choose>
			<xsl:when test="$own/@cldr"><xsl:value-of select="h:mark($k, string($lang))"/></xsl:when>
			<xsl:when test="$own and $texts/h:rules">
				<xsl:call-template name="h:text-by-rule">
					<xsl:with-param name="rule" select="string($own)"/>
					<xsl:with-param name="lang" select="$lang"/>
					<xsl:with-param name="texts" select="$first"/>
				</xsl:call-template>
			</xsl:when>
			<xsl:when test="$own"><xsl:value-of select="$own"/></xsl:when>
			<xsl:when test="$texts/h:rules">
				<xsl:for-each select="$h:english"><xsl:value-of select="key('h:text', $k)"/></xsl:for-each>
			</xsl:when>
			<xsl:otherwise>
				<xsl:call-template name="h:text-of">
					<xsl:with-param name="k" select="$k"/>
					<xsl:with-param name="lang" select="$lang"/>
					<xsl:with-param name="texts" select="document(concat('lang/', $texts/h:texts/@from, '.xml'))"/>
					<xsl:with-param name="first" select="$first"/>
				</xsl:call-template>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:for-each>
</xsl:template>

<!-- "{chapter} %n": what braces hold is another text of the language, {^see} with a capital. -->
<xsl:template name="h:text-by-rule">
	<xsl:param name="rule"/>
	<xsl:param name="lang"/>
	<xsl:param name="texts"/>
	<xsl:choose>
		<xsl:when test="contains($rule, '{')">
			<xsl:variable name="k" select="substring-before(substring-after($rule, '{'), '}')"/>
			<xsl:variable name="text">
				<xsl:call-template name="h:text-of">
					<xsl:with-param name="k" select="translate($k, '^', '')"/>
					<xsl:with-param name="lang" select="$lang"/>
					<xsl:with-param name="texts" select="$texts"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:value-of select="substring-before($rule, '{')"/>
			<xsl:choose>
				<xsl:when test="contains($k, '^')">
					<xsl:value-of select="concat(h:upper(substring($text, 1, 1), string($lang)), substring($text, 2))"/>
				</xsl:when>
				<xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
			</xsl:choose>
			<xsl:call-template name="h:text-by-rule">
				<xsl:with-param name="rule" select="substring-after($rule, '}')"/>
				<xsl:with-param name="lang" select="$lang"/>
				<xsl:with-param name="texts" select="$texts"/>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$rule"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== numbers ==== -->
<!-- The ten digits of the book's numbers: those of its file, else CLDR's. -->
<xsl:variable name="h:book-digits">
	<xsl:for-each select="$h:book/*"><xsl:call-template name="h:digits-of"/></xsl:for-each>
</xsl:variable>
<xsl:template name="h:digits-of">
	<xsl:param name="lang"><xsl:call-template name="h:lang"/></xsl:param>
	<xsl:variable name="own">
		<xsl:call-template name="h:text"><xsl:with-param name="k" select="'digits'"/><xsl:with-param name="lang" select="string($lang)"/></xsl:call-template>
	</xsl:variable>
	<xsl:value-of select="$own"/>
	<xsl:if test="$own = ''"><xsl:value-of select="h:digits('0123456789', string($lang))"/></xsl:if>
</xsl:template>

<!-- A number in the digits that the language uses for labels. -->
<xsl:template name="h:digits">
	<xsl:param name="n"/>
	<xsl:variable name="lang" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
	<xsl:variable name="digits">
		<xsl:choose>
			<xsl:when test="not($lang) or $lang = $h:book-lang"><xsl:value-of select="$h:book-digits"/></xsl:when>
			<xsl:otherwise><xsl:call-template name="h:digits-of"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:value-of select="translate($n, '0123456789', $digits)"/>
</xsl:template>

<!--
  A number as xsl:number formats it, in the language's own digits, and its own letters where the
  format is "a" or "A"; besides by 一, ア, イ and other signs that a row begins with.  by: "letters", or "letters.outline" for lists that do not ask for letters.
-->
<xsl:template name="h:number">
	<xsl:param name="n"/>
	<xsl:param name="format"/>
	<xsl:param name="by" select="'letters'"/>
	<xsl:variable name="letters">
		<xsl:if test="translate($format, 'A', 'a') = 'a'">
			<xsl:call-template name="h:text"><xsl:with-param name="k" select="$by"/></xsl:call-template>
		</xsl:if>
	</xsl:variable>
	<xsl:variable name="signs">
		<xsl:if test="not(contains('1aAiI', $format))">
			<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
			<xsl:value-of select="h:counter(string($n), string($format), string($lang))"/>
		</xsl:if>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$letters != '' and $n &gt; 0">
			<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
			<xsl:variable name="own">
				<xsl:call-template name="h:by-letters">
					<xsl:with-param name="n" select="$n"/>
					<xsl:with-param name="letters" select="str:tokenize($letters, ' ')"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:choose>
				<xsl:when test="$format = 'A'"><xsl:value-of select="h:upper(string($own), string($lang))"/></xsl:when>
				<xsl:otherwise><xsl:value-of select="$own"/></xsl:otherwise>
			</xsl:choose>
		</xsl:when>
		<xsl:when test="$signs != ''"><xsl:value-of select="$signs"/></xsl:when>
		<xsl:otherwise>
			<xsl:variable name="shown"><xsl:number value="$n" format="{$format}"/></xsl:variable>
			<xsl:call-template name="h:digits"><xsl:with-param name="n" select="string($shown)"/></xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Something where h:number() would not write what every browser does. -->
<xsl:template name="h:has-own-numbers">
	<xsl:param name="format"/>
	<xsl:param name="by"/>
	<xsl:variable name="one">
		<xsl:if test="$format = '1'"><xsl:call-template name="h:digits"><xsl:with-param name="n" select="1"/></xsl:call-template></xsl:if>
	</xsl:variable>
	<xsl:if test="$one != 1"><xsl:value-of select="$one"/></xsl:if>
	<xsl:if test="translate($format, 'A', 'a') = 'a'"><xsl:call-template name="h:text"><xsl:with-param name="k" select="$by"/></xsl:call-template></xsl:if>
</xsl:template>

<!-- After the last letter come pairs of them, as aa comes after z. -->
<xsl:template name="h:by-letters">
	<xsl:param name="n"/>
	<xsl:param name="letters"/>
	<xsl:variable name="k" select="count($letters)"/>
	<xsl:if test="$n &gt; $k">
		<xsl:call-template name="h:by-letters">
			<xsl:with-param name="n" select="floor(($n - 1) div $k)"/>
			<xsl:with-param name="letters" select="$letters"/>
		</xsl:call-template>
	</xsl:if>
	<xsl:value-of select="$letters[1 + ($n - 1) mod $k]"/>
</xsl:template>

<!-- ==== signs ==== -->
<!-- The full stop of a language's sentences. -->
<xsl:template name="h:full-stop">
	<xsl:call-template name="h:text"><xsl:with-param name="k" select="'full-stop'"/></xsl:call-template>
</xsl:template>

<!-- A comma with its space, in the script of the context. -->
<xsl:template name="h:comma">
	<xsl:call-template name="h:text"><xsl:with-param name="k" select="'comma'"/></xsl:call-template>
</xsl:template>

<!-- What stands before and after the entries that a reader is sent to: "see ", or what is on either
     side of %t where the language's word follows them. -->
<xsl:template name="h:see">
	<xsl:param name="k"/>
	<xsl:param name="lang"/>
	<xsl:param name="side"/>
	<xsl:variable name="said">
		<xsl:call-template name="h:text"><xsl:with-param name="k" select="$k"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$side = 'after'"><xsl:value-of select="substring-after($said, '%t')"/></xsl:when>
		<xsl:when test="contains($said, '%t')"><xsl:value-of select="substring-before($said, '%t')"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="concat($said, ' ')"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== quotation marks and lists ==== -->
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

<!-- ==== dates ==== -->
<!-- A date 2013-09-13 in words of the language, and the time 10:30:00Z that may follow; anything
     else as it stands. -->
<xsl:template name="h:date">
	<xsl:param name="said" select="normalize-space(.)"/>
	<xsl:variable name="time" select="substring($said, 12)"/>
	<xsl:variable name="timed" select="substring($said, 11, 1) = 'T' and substring($time, 3, 1) = ':'
		and translate($time, '0123456789:.Z+-', '') = ''"/>
	<xsl:variable name="date" select="substring($said, 1, 10 + string-length($said) * not($timed))"/>
	<xsl:choose>
		<xsl:when test="string-length($date) &gt; 4 and string-length($date) &lt; 11 and h:is-date($date) != ''">
			<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
			<xsl:variable name="pattern"><xsl:call-template name="h:date-pattern"><xsl:with-param name="date" select="$date"/></xsl:call-template></xsl:variable>
			<xsl:call-template name="h:digits">
				<xsl:with-param name="n">
					<xsl:value-of select="h:date($date, string($pattern), string($lang))"/>
					<xsl:if test="$timed">
						<xsl:value-of select="concat(' ', substring($time, 1, 5))"/>
						<xsl:if test="contains($time, 'Z')"> UTC</xsl:if>
					</xsl:if>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$date"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- "" is CLDR's; where CLDR does not know the months, the file does. -->
<xsl:template name="h:date-pattern">
	<xsl:param name="date"/>
	<xsl:variable name="own">
		<xsl:call-template name="h:text">
			<xsl:with-param name="k">date.<xsl:choose><xsl:when test="string-length($date) &gt; 7">day</xsl:when><xsl:otherwise>month</xsl:otherwise></xsl:choose></xsl:with-param>
		</xsl:call-template>
	</xsl:variable>
	<xsl:variable name="month">
		<xsl:call-template name="h:text">
			<xsl:with-param name="k" select="concat('month.', number(substring($date, 6, 2)))"/>
		</xsl:call-template>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$month != ''">
			<xsl:call-template name="h:replace">
				<xsl:with-param name="text" select="string($own)"/>
				<xsl:with-param name="what" select="'MMMM'"/>
				<xsl:with-param name="with" select='concat("&apos;", $month, "&apos;")'/>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$own"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
