<?xml version="1.0" encoding="UTF-8"?>
<!--
  index.xsl - the index as a sorted tree, before it has a shape

  <h:letter t="A"><h:entry key="…"><h:term>…</h:term><h:ref i=… id=… preferred=… range=…/>
  <h:see>…</h:see><h:seealso>…</h:seealso><h:entry>…</h:entry></h:entry></h:letter>

  key is the index-key for formatters that gather pages themselves; h:ref lists each place for
  those that link.  Order and letters come from ICU through h:sort-key() and h:index-letter()
  where the processor has them.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:exsl="http://exslt.org/common" extension-element-prefixes="func"
	exclude-result-prefixes="db h f exsl">

<!-- A book with index terms and no index gets one at its end: 0 leaves it out. -->
<xsl:param name="index.auto">1</xsl:param>

<!-- "1" in a book that lacks an index. -->
<xsl:template name="h:wants-index">
	<xsl:if test="$index.auto = 1 and self::db:book and $h:lacks-index and not(ancestor::db:set)">1</xsl:if>
</xsl:template>
<xsl:variable name="h:lacks-index" select="boolean(//db:indexterm) and not(//db:index)"/>
<xsl:variable name="h:auto-index-id">h-index</xsl:variable>

<!-- ==== sorting ==== -->
<func:function name="f:sort-key">
	<xsl:param name="text"/>
	<xsl:param name="lang"/>
	<xsl:choose>
		<xsl:when test="function-available('h:sort-key')">
			<func:result select="h:sort-key(string($text), string($lang))"/>
		</xsl:when>
		<xsl:otherwise>
			<func:result select="translate(normalize-space($text), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
				'abcdefghijklmnopqrstuvwxyz')"/>
		</xsl:otherwise>
	</xsl:choose>
</func:function>

<!-- the same, by headings first -->
<func:function name="f:index-key">
	<xsl:param name="text"/>
	<xsl:param name="lang"/>
	<xsl:choose>
		<xsl:when test="function-available('h:index-key')">
			<func:result select="h:index-key(string($text), string($lang))"/>
		</xsl:when>
		<xsl:otherwise><func:result select="f:sort-key($text, $lang)"/></xsl:otherwise>
	</xsl:choose>
</func:function>

<func:function name="f:letter">
	<xsl:param name="text"/>
	<xsl:param name="lang"/>
	<xsl:choose>
		<xsl:when test="function-available('h:index-letter')">
			<func:result select="h:index-letter(string($text), string($lang))"/>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="c" select="translate(substring(normalize-space($text), 1, 1),
				'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
			<func:result select="$c"/>
		</xsl:otherwise>
	</xsl:choose>
</func:function>

<func:function name="f:sort-text">
	<xsl:param name="name"/>
	<xsl:choose>
		<xsl:when test="$name/@sortas"><func:result select="string($name/@sortas)"/></xsl:when>
		<xsl:otherwise>
			<xsl:variable name="text"><xsl:apply-templates select="$name/node()" mode="h:plain"/></xsl:variable>
			<func:result select="normalize-space($text)"/>
		</xsl:otherwise>
	</xsl:choose>
</func:function>
<!-- What a glossary's entry is sorted by. -->
<func:function name="f:gloss-sort">
	<xsl:param name="entry"/>
	<func:result select="f:sort-text(($entry/@sortas/..|$entry/db:glossterm[not($entry/@sortas)])[1])"/>
</func:function>

<!-- ==== gathering ==== -->
<!-- A term by type and names, with "" before them for all of them and a book's id for those of a
     book: in a set an index lists its book, a setindex all. -->
<xsl:variable name="h:scoped" select="boolean(/db:set//db:index[ancestor::db:book])"/>
<xsl:key name="h:term1" match="db:indexterm[not(@class = 'endofrange')]"
	use="concat('&#xE000;', @type, '&#xE000;', normalize-space(db:primary))"/>
<xsl:key name="h:term2" match="db:indexterm[db:secondary]"
	use="concat('&#xE000;', @type, '&#xE000;', normalize-space(db:primary), '&#xE000;', normalize-space(db:secondary))"/>
<xsl:key name="h:term3" match="db:indexterm[db:tertiary]"
	use="concat('&#xE000;', @type, '&#xE000;', normalize-space(db:primary), '&#xE000;', normalize-space(db:secondary),
	'&#xE000;', normalize-space(db:tertiary))"/>
<xsl:key name="h:term1" match="db:set//db:indexterm[not(@class = 'endofrange')]"
	use="concat(generate-id(ancestor::db:book[1]), '&#xE000;', @type, '&#xE000;', normalize-space(db:primary))"/>
<xsl:key name="h:term2" match="db:set//db:indexterm[db:secondary]"
	use="concat(generate-id(ancestor::db:book[1]), '&#xE000;', @type, '&#xE000;', normalize-space(db:primary), '&#xE000;', normalize-space(db:secondary))"/>
<xsl:key name="h:term3" match="db:set//db:indexterm[db:tertiary]"
	use="concat(generate-id(ancestor::db:book[1]), '&#xE000;', @type, '&#xE000;', normalize-space(db:primary), '&#xE000;', normalize-space(db:secondary),
	'&#xE000;', normalize-space(db:tertiary))"/>
<xsl:key name="h:index-of-type" match="db:index[@type]" use="@type"/>
<xsl:key name="h:range-end" match="db:indexterm[@class = 'endofrange']" use="@startref"/>
<xsl:key name="h:by-letter" match="h:entry[@letter]" use="@letter"/>

<!-- The index-key of a term. -->
<xsl:template name="h:index-key">
	<xsl:param name="scope"/>
	<xsl:if test="$scope != ''"><xsl:value-of select="concat($scope, ';')"/></xsl:if>
	<xsl:value-of select="concat(@type, ';', normalize-space(db:primary))"/>
	<xsl:if test="db:secondary"><xsl:value-of select="concat(';', normalize-space(db:secondary))"/></xsl:if>
	<xsl:if test="db:tertiary"><xsl:value-of select="concat(';', normalize-space(db:tertiary))"/></xsl:if>
</xsl:template>

<!-- Called in a db:index (or anywhere: type says which terms). -->
<xsl:template name="h:index">
	<xsl:param name="type" select="string(@type)"/>
	<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
	<xsl:variable name="of" select="ancestor::db:book[1][$h:scoped]"/>
	<xsl:variable name="scope" select="generate-id($of)"/>
	<xsl:variable name="all" select="($of|$h:book[not($of)])//db:indexterm[not(@class = 'endofrange')]"/>
	<xsl:variable name="firsts" select="$all[generate-id() = generate-id(key('h:term1',
		concat($scope, '&#xE000;', @type, '&#xE000;', normalize-space(db:primary)))[1])]"/>
	<xsl:variable name="flat">
		<xsl:for-each select="$firsts[string(@type) = $type or ($type = '' and not(key('h:index-of-type', @type)))]">
			<xsl:sort select="f:index-key(f:sort-text(db:primary), $lang)"/>
			<xsl:variable name="same" select="key('h:term1', concat($scope, '&#xE000;', @type, '&#xE000;', normalize-space(db:primary)))"/>
			<h:entry letter="{f:letter(f:sort-text(db:primary), $lang)}">
				<xsl:call-template name="h:index-entry">
					<xsl:with-param name="scope" select="$scope"/>
					<xsl:with-param name="name" select="db:primary"/>
					<xsl:with-param name="here" select="$same[not(db:secondary)]"/>
				</xsl:call-template>
				<xsl:for-each select="$same[db:secondary][generate-id() = generate-id(key('h:term2', concat($scope, '&#xE000;', @type, '&#xE000;',
					normalize-space(db:primary), '&#xE000;', normalize-space(db:secondary)))[1])]">
					<xsl:sort select="f:sort-key(f:sort-text(db:secondary), $lang)"/>
					<xsl:call-template name="h:index-second"><xsl:with-param name="lang" select="$lang"/><xsl:with-param name="scope" select="$scope"/></xsl:call-template>
				</xsl:for-each>
			</h:entry>
		</xsl:for-each>
	</xsl:variable>
	<xsl:variable name="entries" select="exsl:node-set($flat)"/>
	<xsl:variable name="symbols">
		<xsl:call-template name="h:text"><xsl:with-param name="k" select="'index.symbols'"/><xsl:with-param name="lang" select="string($lang)"/></xsl:call-template>
	</xsl:variable>
	<xsl:for-each select="$entries/h:entry[not(preceding-sibling::h:entry[1]/@letter = @letter)]">
		<xsl:variable name="same" select="key('h:by-letter', @letter)"/>
		<xsl:if test="generate-id() = generate-id($same[1])">
			<h:letter t="{@letter}">
				<xsl:if test="@letter = '#'"><xsl:attribute name="t"><xsl:value-of select="$symbols"/></xsl:attribute></xsl:if>
				<xsl:copy-of select="$same"/>
			</h:letter>
		</xsl:if>
	</xsl:for-each>
</xsl:template>

<xsl:template name="h:index-second">
	<xsl:param name="lang"/>
	<xsl:param name="scope"/>
	<xsl:variable name="same" select="key('h:term2', concat($scope, '&#xE000;', @type, '&#xE000;', normalize-space(db:primary),
		'&#xE000;', normalize-space(db:secondary)))"/>
	<h:entry>
		<xsl:call-template name="h:index-entry">
			<xsl:with-param name="scope" select="$scope"/>
			<xsl:with-param name="name" select="db:secondary"/>
			<xsl:with-param name="here" select="$same[not(db:tertiary)]"/>
		</xsl:call-template>
		<xsl:for-each select="$same[db:tertiary][generate-id() = generate-id(key('h:term3', concat($scope, '&#xE000;', @type, '&#xE000;',
			normalize-space(db:primary), '&#xE000;', normalize-space(db:secondary), '&#xE000;',
			normalize-space(db:tertiary)))[1])]">
			<xsl:sort select="f:sort-key(f:sort-text(db:tertiary), $lang)"/>
			<h:entry>
				<xsl:call-template name="h:index-entry">
					<xsl:with-param name="scope" select="$scope"/>
					<xsl:with-param name="name" select="db:tertiary"/>
					<xsl:with-param name="here" select="key('h:term3', concat($scope, '&#xE000;', @type, '&#xE000;',
						normalize-space(db:primary), '&#xE000;', normalize-space(db:secondary), '&#xE000;',
						normalize-space(db:tertiary)))"/>
				</xsl:call-template>
			</h:entry>
		</xsl:for-each>
	</h:entry>
</xsl:template>

<!-- What an entry holds of its own: term, places, see and see also. -->
<xsl:template name="h:index-entry">
	<xsl:param name="scope"/>
	<xsl:param name="name"/>
	<xsl:param name="here"/>
	<xsl:variable name="places" select="$here[not(db:see)]"/>
	<xsl:if test="$places">
		<xsl:attribute name="key">
			<xsl:for-each select="$places[1]"><xsl:call-template name="h:index-key"><xsl:with-param name="scope" select="$scope"/></xsl:call-template></xsl:for-each>
		</xsl:attribute>
	</xsl:if>
	<h:term>
		<xsl:copy-of select="$name/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
		<xsl:copy-of select="$name/node()"/>
	</h:term>
	<xsl:for-each select="$places">
		<h:ref i="{generate-id()}">
			<xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute>
			<xsl:if test="@significance = 'preferred'"><xsl:attribute name="preferred">1</xsl:attribute></xsl:if>
			<xsl:if test="@class = 'startofrange'">
				<xsl:for-each select="key('h:range-end', @xml:id)[1]">
					<xsl:attribute name="range"><xsl:call-template name="h:id"/></xsl:attribute>
				</xsl:for-each>
			</xsl:if>
		</h:ref>
	</xsl:for-each>
	<xsl:for-each select="$here/db:see">
		<h:see><xsl:copy-of select="node()"/></h:see>
	</xsl:for-each>
	<xsl:for-each select="$here/db:seealso">
		<h:seealso><xsl:copy-of select="node()"/></h:seealso>
	</xsl:for-each>
</xsl:template>

</xsl:stylesheet>
