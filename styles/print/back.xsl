<?xml version="1.0" encoding="UTF-8"?>
<!-- back.xsl - glossary, bibliography, index -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f exsl str">

<!-- ==== glossary ==== -->
<xsl:template match="db:glossary">
	<xsl:call-template name="chapter-heading"/>
	<xsl:call-template name="glossary-body"/>
</xsl:template>
<xsl:template match="db:article/db:glossary|db:chapter/db:glossary|db:appendix/db:glossary|db:section/db:glossary
	|db:sect1/db:glossary|db:preface/db:glossary" priority="2">
	<xsl:call-template name="in-language">
		<xsl:with-param name="content">
			<xsl:call-template name="section-heading"/>
			<xsl:call-template name="glossary-body"/>
		</xsl:with-param>
	</xsl:call-template>
</xsl:template>
<xsl:template name="glossary-body">
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates select="*[not(self::db:glossentry or self::db:glossdiv)]"/>
	<xsl:call-template name="gloss-entries"/>
	<xsl:apply-templates select="db:glossdiv"/>
</xsl:template>
<xsl:template match="db:glossdiv|db:bibliodiv">
	<xsl:call-template name="in-language">
		<xsl:with-param name="content"><xsl:call-template name="division-entries"/></xsl:with-param>
	</xsl:call-template>
</xsl:template>
<xsl:template name="division-entries">
	<xsl:call-template name="section-heading"/>
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates select="*[not(self::db:glossentry or self::db:biblioentry or self::db:bibliomixed)]"/>
	<xsl:if test="self::db:glossdiv"><xsl:call-template name="gloss-entries"/></xsl:if>
	<xsl:if test="self::db:bibliodiv"><xsl:call-template name="biblio-entries"/></xsl:if>
</xsl:template>

<!-- Terms that are all short, as acronyms are, hang in the margin. -->
<xsl:template name="gloss-entries">
	<xsl:variable name="hang" select="not(ancestor::db:listitem) and db:glossentry[2] and not(db:glossentry[
		string-length(normalize-space(db:glossterm)) &gt; 9 or db:acronym or db:abbrev])"/>
	<xsl:choose>
		<xsl:when test="$hang">
			<fo:list-block start-indent="0pt" provisional-distance-between-starts="{$indent}" provisional-label-separation="4pt"
				space-before="{$half}">
				<xsl:call-template name="gloss-in-order"/>
			</fo:list-block>
		</xsl:when>
		<xsl:when test="db:glossentry"><fo:block role="L"><xsl:call-template name="gloss-in-order"/></fo:block></xsl:when>
	</xsl:choose>
</xsl:template>
<xsl:template name="gloss-in-order">
	<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
	<xsl:variable name="hang" select="not(ancestor::db:listitem) and db:glossentry[2] and not(db:glossentry[
		string-length(normalize-space(db:glossterm)) &gt; 9 or db:acronym or db:abbrev])"/>
	<xsl:choose>
		<xsl:when test="$glossary.sort = 1">
			<xsl:apply-templates select="db:glossentry">
				<xsl:sort select="f:index-key(f:gloss-sort(.), $lang)"/>
				<xsl:with-param name="hang" select="$hang"/>
			</xsl:apply-templates>
		</xsl:when>
		<xsl:otherwise>
			<xsl:apply-templates select="db:glossentry"><xsl:with-param name="hang" select="$hang"/></xsl:apply-templates>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:glossentry">
	<xsl:param name="hang"/>
	<xsl:choose>
		<xsl:when test="$hang">
			<fo:list-item space-before="2pt" space-before.minimum="0.5pt" space-before.maximum="{$quarter}">
				<xsl:call-template name="target"/>
				<fo:list-item-label end-indent="label-end()">
					<fo:block xsl:use-attribute-sets="unbroken">
						<fo:inline xsl:use-attribute-sets="margin.label"><xsl:apply-templates select="db:glossterm"/></fo:inline>
					</fo:block>
				</fo:list-item-label>
				<fo:list-item-body start-indent="body-start()"><xsl:call-template name="gloss-body"/></fo:list-item-body>
			</fo:list-item>
		</xsl:when>
		<xsl:otherwise><xsl:call-template name="gloss-block"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template name="gloss-block">
	<fo:block role="LI" space-before="{$half}">
		<xsl:call-template name="target"/>
		<fo:block role="Lbl" font-family="{$sans}" font-weight="bold" font-size="{$size.sans}" xsl:use-attribute-sets="unbroken"
			keep-with-next.within-column="always">
			<xsl:apply-templates select="db:glossterm"/>
			<xsl:for-each select="db:acronym|db:abbrev">
				<fo:inline font-weight="normal"> (<xsl:apply-templates/>)</fo:inline>
			</xsl:for-each>
		</fo:block>
		<fo:block role="LBody"><xsl:call-template name="gloss-body"/></fo:block>
	</fo:block>
</xsl:template>

<xsl:template name="gloss-body">
		<fo:block role="NonStruct">
			<xsl:apply-templates select="db:indexterm"/>
			<xsl:for-each select="db:glosssee">
				<fo:block>
					<xsl:call-template name="see-word"><xsl:with-param name="k" select="'gloss.see'"/></xsl:call-template>
					<xsl:call-template name="gloss-link"/>
					<xsl:call-template name="see-word"><xsl:with-param name="k" select="'gloss.see'"/><xsl:with-param name="side" select="'after'"/></xsl:call-template>
					<xsl:call-template name="h:full-stop"/>
				</fo:block>
			</xsl:for-each>
			<xsl:apply-templates select="db:glossdef"/>
			<xsl:apply-templates select="db:revhistory[.//db:revdescription]"/>
			<xsl:for-each select="db:revhistory[not(.//db:revdescription)]">
				<fo:block keep-with-previous.within-column="always" xsl:use-attribute-sets="small">
					<xsl:call-template name="atts"/>
					<xsl:for-each select="db:revision">
						<xsl:for-each select="db:revnumber|db:date|db:author|db:authorinitials|db:revremark">
							<xsl:call-template name="revision-part"/>
							<xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if>
						</xsl:for-each>
						<xsl:if test="position() != last()">; </xsl:if>
					</xsl:for-each>
				</fo:block>
			</xsl:for-each>
		</fo:block>
</xsl:template>
<xsl:template match="db:glossdef">
	<fo:block role="NonStruct">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates select="node()[not(self::db:glossseealso)]"/>
		<xsl:if test="db:glossseealso">
			<fo:block>
				<xsl:call-template name="see-word"><xsl:with-param name="k" select="'gloss.seealso'"/></xsl:call-template>
				<xsl:for-each select="db:glossseealso">
					<xsl:call-template name="gloss-link"/>
					<xsl:call-template name="h:separator"/>
				</xsl:for-each>
				<xsl:call-template name="see-word"><xsl:with-param name="k" select="'gloss.seealso'"/><xsl:with-param name="side" select="'after'"/></xsl:call-template>
				<xsl:call-template name="h:full-stop"/>
			</fo:block>
		</xsl:if>
	</fo:block>
</xsl:template>
<!-- The entry that a glosssee or glossseealso names: its term where the author wrote none. -->
<xsl:template name="gloss-link">
	<xsl:variable name="id">
		<xsl:choose>
			<xsl:when test="@otherterm"><xsl:value-of select="@otherterm"/></xsl:when>
			<xsl:otherwise><xsl:call-template name="h:gloss-id"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:variable name="entry" select="key('h:id', $id)[1]"/>
	<xsl:choose>
		<xsl:when test="$id != '' and node()">
			<fo:basic-link internal-destination="{$id}" xsl:use-attribute-sets="link"><xsl:apply-templates/></fo:basic-link>
		</xsl:when>
		<xsl:when test="$entry">
			<fo:basic-link internal-destination="{$id}" xsl:use-attribute-sets="link"><xsl:apply-templates select="$entry" mode="h:title"/></fo:basic-link>
		</xsl:when>
		<xsl:when test="$id != ''"><xsl:value-of select="concat('[?', $id, ']')"/></xsl:when>
		<xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== bibliography ==== -->
<xsl:template match="db:bibliolist">
	<xsl:call-template name="list-head"/>
	<xsl:call-template name="biblio-entries"/>
</xsl:template>
<xsl:template match="db:bibliography">
	<xsl:call-template name="chapter-heading"/>
	<xsl:call-template name="division-info"/>
	<xsl:call-template name="biblio-body"/>
</xsl:template>
<xsl:template name="biblio-body">
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates select="node()[not(self::db:biblioentry or self::db:bibliomixed)]"/>
	<xsl:call-template name="biblio-entries"/>
</xsl:template>
<xsl:template name="biblio-entries">
	<xsl:choose>
		<xsl:when test="$bibliography.style = 'author-date'">
			<xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
			<xsl:apply-templates select="db:biblioentry|db:bibliomixed">
				<xsl:sort select="f:index-key(f:biblio-sort(.), $lang)"/>
			</xsl:apply-templates>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates select="db:biblioentry|db:bibliomixed"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:biblioentry|db:bibliomixed">
	<xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
	<!-- one shape for all entries of a list: labels in the margin, in a column, or run in -->
	<xsl:variable name="beside" select="../db:biblioentry|../db:bibliomixed"/>
	<xsl:variable name="longest">
		<xsl:for-each select="$beside/@xreflabel|$beside/*[1][self::db:abbrev]">
			<xsl:sort select="string-length(normalize-space(.))" data-type="number" order="descending"/>
			<xsl:if test="position() = 1"><xsl:value-of select="string-length(normalize-space(.))"/></xsl:if>
		</xsl:for-each>
	</xsl:variable>
	<xsl:variable name="hang" select="not(ancestor::db:listitem or ancestor::db:sidebar) and not($longest &gt; 8)"/>
	<fo:list-block role="NonStruct" provisional-label-separation="4pt" space-before="{$half}">
		<xsl:choose>
			<xsl:when test="$hang">
				<xsl:attribute name="start-indent">0pt</xsl:attribute>
				<xsl:attribute name="provisional-distance-between-starts"><xsl:value-of select="$indent"/></xsl:attribute>
			</xsl:when>
			<xsl:otherwise>
				<xsl:attribute name="provisional-distance-between-starts">
					<xsl:choose>
						<xsl:when test="not($longest &gt; 3)">28pt</xsl:when>
						<xsl:when test="$longest &gt; 14">124pt</xsl:when>
						<xsl:otherwise>88pt</xsl:otherwise>
					</xsl:choose>
				</xsl:attribute>
			</xsl:otherwise>
		</xsl:choose>
		<fo:list-item role="BibEntry">
			<xsl:call-template name="target"/>
			<fo:list-item-label end-indent="label-end()">
				<fo:block xsl:use-attribute-sets="unbroken">
					<fo:inline font-family="{$sans}" font-size="{$size.small}" color="{$accent}"><xsl:value-of select="concat('[', $label, ']')"/></fo:inline>
				</fo:block>
			</fo:list-item-label>
			<fo:list-item-body start-indent="body-start()" role="NonStruct">
				<fo:block xsl:use-attribute-sets="unbroken">
					<xsl:choose>
						<xsl:when test="self::db:bibliomixed">
							<xsl:apply-templates select="node()[not(self::db:abbrev[not(preceding-sibling::*)])]" mode="h:biblio"/>
						</xsl:when>
						<xsl:otherwise><xsl:call-template name="h:biblio-parts"/></xsl:otherwise>
					</xsl:choose>
				</fo:block>
			</fo:list-item-body>
		</fo:list-item>
	</fo:list-block>
</xsl:template>

<!-- The entry in its line, then what is said of it. -->
<xsl:template name="h:biblio-parts">
	<xsl:call-template name="h:biblio-line"/>
	<xsl:for-each select="db:abstract|.//db:personblurb|db:annotation|db:legalnotice">
		<fo:block font-size="{$size.small}" line-height="{$leading.small}" space-before="{$quarter}">
			<xsl:call-template name="atts"/>
			<xsl:call-template name="block-title"/>
			<xsl:apply-templates/>
		</fo:block>
	</xsl:for-each>
</xsl:template>
<xsl:template match="db:title" mode="h:biblio">
	<fo:inline>
		<xsl:if test="not(parent::db:biblioset[@relation = 'article'] or parent::db:bibliomset[@relation = 'article'])">
			<xsl:attribute name="font-style">italic</xsl:attribute>
		</xsl:if>
		<xsl:call-template name="atts"/>
		<xsl:apply-templates/>
		<xsl:for-each select="../db:subtitle[parent::db:biblioentry or parent::db:biblioset]"><xsl:call-template name="h:text"><xsl:with-param name="k" select="'colon'"/></xsl:call-template><xsl:apply-templates/></xsl:for-each>
	</fo:inline>
</xsl:template>
<xsl:template match="db:bibliocoverage" mode="h:biblio"><xsl:apply-templates/></xsl:template>
<xsl:template match="db:subtitle" mode="h:biblio"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>
<xsl:template match="db:bibliomixed//db:annotation" mode="h:biblio" priority="1"><xsl:text> </xsl:text><xsl:apply-templates select="."/></xsl:template>
<xsl:template match="db:abstract|db:annotation|db:keywordset|db:subjectset|db:legalnotice|db:mediaobject|db:cover|db:extendedlink" mode="h:biblio"/>

<!-- ==== index ==== -->
<xsl:template match="db:index|db:setindex">
	<fo:block span="all" start-indent="0pt" role="NonStruct"><xsl:call-template name="chapter-heading"/></fo:block>
	<xsl:call-template name="index-body"/>
</xsl:template>

<xsl:template name="index-body">
	<xsl:call-template name="division-info"/>
	<xsl:apply-templates select="*[not(self::db:indexdiv or self::db:indexentry)]"/>
	<xsl:call-template name="index-entries"/>
</xsl:template>
<xsl:template name="index-entries">
	<fo:block role="Index" font-size="{$size.small}" line-height="{$leading.index}" xsl:use-attribute-sets="unbroken">
		<xsl:choose>
			<xsl:when test="db:indexdiv|db:indexentry"><xsl:apply-templates select="db:indexdiv|db:indexentry"/></xsl:when>
			<xsl:otherwise>
				<xsl:variable name="tree"><xsl:call-template name="h:index"/></xsl:variable>
				<xsl:apply-templates select="exsl:node-set($tree)/h:letter"/>
			</xsl:otherwise>
		</xsl:choose>
	</fo:block>
</xsl:template>

<xsl:template match="h:letter">
	<fo:block role="NonStruct">
		<xsl:if test="@t != ''">
			<fo:block xsl:use-attribute-sets="letter"><xsl:value-of select="@t"/></fo:block>
		</xsl:if>
		<xsl:apply-templates select="h:entry"/>
	</fo:block>
</xsl:template>

<xsl:template match="h:entry">
	<xsl:variable name="depth" select="count(ancestor::h:entry)"/>
	<fo:block margin-left="{12 * $depth + 12}pt" text-indent="-12pt">
		<xsl:if test="$depth = 0 and h:entry"><xsl:attribute name="keep-with-next.within-column">always</xsl:attribute></xsl:if>
		<xsl:copy-of select="h:term/@xml:lang"/>
		<xsl:choose>
			<xsl:when test="h:term/@xml:lang">
				<fo:inline role="NonStruct">
					<xsl:call-template name="isolate"><xsl:with-param name="lang" select="h:term/@xml:lang"/></xsl:call-template>
					<xsl:apply-templates select="h:term/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
				</fo:inline>
			</xsl:when>
			<xsl:otherwise><xsl:apply-templates select="h:term/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:otherwise>
		</xsl:choose>
		<xsl:if test="@key">
			<xsl:variable name="comma"><xsl:call-template name="h:text"><xsl:with-param name="k" select="'comma'"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></xsl:variable>
			<xsl:value-of select="$comma"/>
			<fo:index-page-citation-list merge-sequential-page-numbers="merge">
				<fo:index-page-citation-list-separator><xsl:value-of select="$comma"/></fo:index-page-citation-list-separator>
				<fo:index-page-citation-range-separator>–</fo:index-page-citation-range-separator>
				<fo:index-key-reference ref-index-key="{@key}" page-number-treatment="link"/>
			</fo:index-page-citation-list>
		</xsl:if>
		<xsl:for-each select="h:see">
			<xsl:call-template name="see"><xsl:with-param name="k" select="'see'"/></xsl:call-template>
		</xsl:for-each>
		<xsl:for-each select="h:seealso">
			<xsl:call-template name="see"><xsl:with-param name="k" select="'seealso'"/></xsl:call-template>
		</xsl:for-each>
	</fo:block>
	<xsl:apply-templates select="h:entry"/>
</xsl:template>
<xsl:template name="see-word">
	<xsl:param name="k"/>
	<xsl:param name="lang" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
	<xsl:param name="side" select="'before'"/>
	<xsl:variable name="word">
		<xsl:call-template name="h:see">
			<xsl:with-param name="k" select="$k"/>
			<xsl:with-param name="lang" select="string($lang)"/>
			<xsl:with-param name="side" select="$side"/>
		</xsl:call-template>
	</xsl:variable>
	<xsl:if test="$word != ''"><fo:inline font-style="italic"><xsl:value-of select="$word"/></fo:inline></xsl:if>
</xsl:template>
<xsl:template name="see">
	<xsl:param name="k"/>
	<xsl:call-template name="h:text">
		<xsl:with-param name="k"><xsl:choose><xsl:when test="position() = 1">comma</xsl:when><xsl:otherwise>semicolon</xsl:otherwise></xsl:choose></xsl:with-param>
		<xsl:with-param name="lang" select="$h:book-lang"/>
	</xsl:call-template>
	<xsl:if test="position() = 1">
		<xsl:call-template name="see-word"><xsl:with-param name="k" select="$k"/><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template>
	</xsl:if>
	<xsl:apply-templates select="node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
	<xsl:if test="position() = last()">
		<xsl:call-template name="see-word"><xsl:with-param name="k" select="$k"/><xsl:with-param name="lang" select="$h:book-lang"/><xsl:with-param name="side" select="'after'"/></xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- An index that the author wrote out. -->
<xsl:template match="db:indexdiv">
	<xsl:call-template name="in-language">
		<xsl:with-param name="content">
			<fo:block role="NonStruct">
				<xsl:call-template name="target"/>
				<xsl:if test="db:title or db:info/db:title">
					<fo:block xsl:use-attribute-sets="letter"><xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates></fo:block>
				</xsl:if>
				<xsl:apply-templates/>
			</fo:block>
		</xsl:with-param>
	</xsl:call-template>
</xsl:template>
<xsl:template match="db:indexentry"><fo:block role="NonStruct"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block></xsl:template>
<xsl:template match="db:primaryie|db:secondaryie|db:tertiaryie|db:seeie|db:seealsoie">
	<fo:block text-indent="-12pt">
		<xsl:attribute name="margin-left">
			<xsl:choose>
				<xsl:when test="self::db:primaryie">12pt</xsl:when>
				<xsl:when test="self::db:secondaryie">24pt</xsl:when>
				<xsl:otherwise>36pt</xsl:otherwise>
			</xsl:choose>
		</xsl:attribute>
		<xsl:call-template name="atts"/>
		<xsl:variable name="k" select="substring-before(local-name(), 'ie')"/>
		<xsl:variable name="names" select="self::db:seeie or self::db:seealsoie"/>
		<xsl:if test="$names"><xsl:call-template name="see-word"><xsl:with-param name="k" select="$k"/></xsl:call-template></xsl:if>
		<xsl:call-template name="run"/>
		<xsl:if test="$names"><xsl:call-template name="see-word"><xsl:with-param name="k" select="$k"/><xsl:with-param name="side" select="'after'"/></xsl:call-template></xsl:if>
		<!-- where it is said -->
		<xsl:for-each select="str:tokenize(@linkends, ' ')">
			<xsl:text>, </xsl:text>
			<fo:basic-link internal-destination="{.}"><fo:page-number-citation ref-id="{.}"/></fo:basic-link>
		</xsl:for-each>
	</fo:block>
</xsl:template>

</xsl:stylesheet>
