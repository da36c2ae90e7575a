<?xml version="1.0" encoding="UTF-8"?>
<!--
  inlines.xsl - what stands within a line

  quiet=1: the text is being said again (contents, running head, bookmark), so no id, no
  footnote, no index mark; it is handed down.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions"
	xmlns:xlink="http://www.w3.org/1999/xlink"
	xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f xlink">

<!-- An inline that only adds attributes. An id, a language or a link comes along. -->
<xsl:template name="run">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)"><xsl:apply-templates select="@xml:id" mode="att"/></xsl:if>
	<xsl:apply-templates select="@xml:lang" mode="att"/>
	<xsl:call-template name="inline-way"/>
	<xsl:choose>
		<xsl:when test="not($quiet) and (@xlink:href or @linkend)">
			<xsl:call-template name="linked">
				<xsl:with-param name="content"><xsl:apply-templates/></xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:otherwise>
			<xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== as it is ==== -->
<xsl:template match="db:phrase|db:accel|db:errorcode|db:termdef|db:nonterminal|db:orgname|db:productname|db:productnumber|db:trademark|db:application|db:guilabel
	|db:surname|db:firstname|db:givenname|db:othername|db:honorific|db:lineage|db:date|db:year
	|db:holder|db:jobtitle|db:shortaffil|db:orgdiv|db:publishername
	|db:city|db:country|db:state|db:street|db:postcode|db:pob|db:phone|db:fax|db:otheraddr|db:edition|db:pubdate
	|db:hardware|db:database|db:errorname|db:errortext|db:errortype|db:interfacename|db:medialabel|db:mousebutton
	|db:shortcut|db:token|db:type|db:wordasword|db:abbrev|db:initializer|db:modifier
	|db:markup|db:contrib|db:issuenum|db:volumenum|db:artpagenums
	|db:pagenums|db:biblioid|db:releaseinfo|db:confdates|db:conftitle|db:confnum|db:confsponsor|db:contractnum
	|db:contractsponsor|db:publisher|db:revnumber|db:authorinitials|db:seriesvolnums|db:uri/db:phrase
	|db:bibliomisc|db:bibliomset|db:confgroup|db:bibliosource|db:bibliorelation|db:locator|db:manvolnum
	|db:refmiscinfo|db:refclass|db:refdescriptor|db:subjectterm|db:keyword|db:citebiblioid">
	<xsl:param name="quiet"/>
	<xsl:choose>
		<xsl:when test="@xml:id or @xml:lang or @dir or @xlink:href or @linkend">
			<fo:inline><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:otherwise>
	</xsl:choose>
	<xsl:if test="self::db:trademark or self::db:productname"><xsl:call-template name="h:mark-sign"/></xsl:if>
</xsl:template>
<xsl:template match="db:biblioset"><xsl:apply-templates select="." mode="h:biblio"/></xsl:template>
<xsl:template match="db:person|db:org"><fo:inline><xsl:call-template name="atts"/><xsl:call-template name="h:parts"/></fo:inline></xsl:template>

<!-- A name of parts is put in order; names straight after each other are kept apart. -->
<xsl:template match="db:personname|db:author|db:editor|db:othercredit|db:collab">
	<xsl:if test="preceding-sibling::node()[not(self::text()[not(normalize-space())])][1][self::db:personname]"><xsl:call-template name="h:comma"/></xsl:if>
	<fo:inline><xsl:call-template name="atts"/><xsl:call-template name="h:person"/></fo:inline>
	<xsl:for-each select="db:affiliation"><xsl:call-template name="h:comma"/><xsl:apply-templates select="."/></xsl:for-each>
</xsl:template>
<xsl:template match="db:affiliation">
	<fo:inline>
		<xsl:call-template name="atts"/>
		<xsl:for-each select="*|text()[normalize-space()]">
			<xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if>
			<xsl:apply-templates select="." mode="h:biblio"/>
		</xsl:for-each>
	</fo:inline>
</xsl:template>

<!-- An acronym is spelt out for who listens: by its alt, else by its entry in a glossary. -->
<xsl:template match="db:acronym|db:abbrev[db:alt]" priority="1">
	<xsl:param name="quiet"/>
	<xsl:variable name="long">
		<xsl:choose>
			<xsl:when test="$quiet"/>
			<xsl:when test="db:alt"><xsl:value-of select="normalize-space(db:alt)"/></xsl:when>
			<xsl:otherwise><xsl:call-template name="h:expansion"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$long != ''">
			<fo:inline role="Span" fox:abbreviation="{$long}">
				<xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
			</fo:inline>
		</xsl:when>
		<xsl:when test="@xml:id or @xml:lang or @dir or @xlink:href or @linkend">
			<fo:inline><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== italic ==== -->
<xsl:template match="db:citetitle|db:firstterm|db:foreignphrase|db:emphasis|db:replaceable|db:property|db:structfield
	|db:productname[@role = 'italic']|db:symbol[@role = 'variable']">
	<xsl:param name="quiet"/>
	<xsl:variable name="turn" select="count(ancestor::db:emphasis[not(@role = 'bold' or @role = 'strong')]) mod 2 = 1"/>
	<fo:inline>
		<xsl:attribute name="font-style"><xsl:choose><xsl:when test="$turn">normal</xsl:when><xsl:otherwise>italic</xsl:otherwise></xsl:choose></xsl:attribute>
		<xsl:if test="self::db:replaceable and not(ancestor::db:replaceable or ancestor::db:programlisting or ancestor::db:screen)">
			<xsl:attribute name="hyphenate">false</xsl:attribute>
		</xsl:if>
		<xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
	</fo:inline>
</xsl:template>
<xsl:template match="db:foreignphrase[@xml:lang and (starts-with(@xml:lang, 'ja') or starts-with(@xml:lang, 'zh') or starts-with(@xml:lang, 'th')
	or starts-with(@xml:lang, 'lo') or starts-with(@xml:lang, 'km') or starts-with(@xml:lang, 'my') or starts-with(@xml:lang, 'ta')
	or starts-with(@xml:lang, 'ko') or starts-with(@xml:lang, 'ar') or contains(@xml:lang, 'Arab'))]" priority="1">
	<xsl:param name="quiet"/>
	<!-- scripts that have no italic -->
	<fo:inline><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
</xsl:template>
<xsl:template match="db:emphasis[@role = 'bold' or @role = 'strong']|db:guimenu|db:guisubmenu|db:guimenuitem|db:guibutton|db:guiicon|db:interface" priority="1">
	<xsl:param name="quiet"/>
	<fo:inline font-weight="bold"><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
</xsl:template>
<xsl:template match="db:emphasis[@role = 'underline']" priority="1">
	<xsl:param name="quiet"/>
	<fo:inline text-decoration="underline"><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
</xsl:template>
<xsl:template match="db:emphasis[@role = 'strikethrough']" priority="1">
	<xsl:param name="quiet"/>
	<fo:inline text-decoration="line-through"><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
</xsl:template>

<!-- ==== code ==== -->
<xsl:template match="db:literal|db:code|db:command|db:filename|db:option|db:parameter|db:function|db:varname|db:constant
	|db:classname|db:methodname|db:envar|db:computeroutput|db:userinput|db:prompt|db:systemitem|db:package|db:tag
	|db:sgmltag|db:uri|db:exceptionname|db:returnvalue|db:structname|db:symbol|db:keycode|db:keysym|db:ooclass
	|db:oointerface|db:ooexception|db:buildtarget|db:macrodef|db:macroname|db:unionname|db:typedefname
	|db:enumname|db:enumvalue|db:templatename|db:namespacename|db:package|db:revflag
	|db:interfacename|db:structfield|db:type|db:token|db:markup">
	<xsl:param name="quiet"/>
	<fo:inline font-family="{$mono}" hyphenate="false">
		<!-- the commonest parents first: they spare the walk upwards -->
		<xsl:if test="parent::db:para or parent::db:simpara or parent::db:entry or parent::db:term or parent::db:title
			or not(ancestor::db:programlisting or ancestor::db:screen or ancestor::db:synopsis or ancestor::db:literal
			or ancestor::db:code or ancestor::db:command or ancestor::db:filename or ancestor::db:systemitem or ancestor::db:userinput
			or ancestor::db:computeroutput or ancestor::db:tag or ancestor::db:funcsynopsis or ancestor::db:cmdsynopsis or ancestor::db:classsynopsis
			or ancestor::db:methodsynopsis or ancestor::db:fieldsynopsis or ancestor::db:constructorsynopsis
			or ancestor::db:destructorsynopsis or ancestor::db:synopfragment or ancestor::db:enumsynopsis
			or ancestor::db:typedefsynopsis or ancestor::db:unionsynopsis or ancestor::db:macrosynopsis
			or ancestor::db:packagesynopsis or ancestor::db:namespacesynopsis or ancestor::db:production)">
			<xsl:attribute name="font-size"><xsl:value-of select="$code.inline.size"/></xsl:attribute>
		</xsl:if>
		<xsl:if test="self::db:userinput or self::db:command[ancestor::db:screen]"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
		<xsl:if test="self::db:tag or self::db:sgmltag"><xsl:call-template name="h:tag-open"/></xsl:if>
		<xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
		<xsl:if test="self::db:tag or self::db:sgmltag"><xsl:call-template name="h:tag-close"/></xsl:if>
	</fo:inline>
</xsl:template>

<!-- ==== keys and menus ==== -->
<xsl:template match="db:keycap">
	<xsl:param name="quiet"/>
	<fo:inline font-family="{$sans}" font-size="0.9em" hyphenate="false">
		<xsl:choose>
			<xsl:when test="node()"><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:when>
			<xsl:otherwise><xsl:call-template name="h:key-name"/></xsl:otherwise>
		</xsl:choose>
	</fo:inline>
</xsl:template>

<!-- ==== raised, lowered, quoted ==== -->
<xsl:template match="db:superscript">
	<xsl:param name="quiet"/>
	<fo:inline baseline-shift="super" font-size="0.7em"><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
</xsl:template>
<xsl:template match="db:subscript">
	<xsl:param name="quiet"/>
	<fo:inline baseline-shift="sub" font-size="0.7em"><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
</xsl:template>
<xsl:template match="db:quote">
	<xsl:param name="quiet"/>
	<fo:inline role="Quote">
		<xsl:apply-templates select="@xml:lang" mode="att"/>
		<xsl:call-template name="inline-way"/>
		<xsl:if test="not($quiet)"><xsl:apply-templates select="@xml:id" mode="att"/></xsl:if>
		<xsl:call-template name="h:quote-mark"><xsl:with-param name="side" select="'open'"/></xsl:call-template>
		<xsl:choose>
			<xsl:when test="(@xlink:href or @linkend) and not($quiet)">
				<xsl:call-template name="linked"><xsl:with-param name="content"><xsl:apply-templates/></xsl:with-param></xsl:call-template>
			</xsl:when>
			<xsl:otherwise><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:otherwise>
		</xsl:choose>
		<xsl:call-template name="h:quote-mark"><xsl:with-param name="side" select="'close'"/></xsl:call-template>
	</fo:inline>
</xsl:template>
<!-- Names of parts, within a link where there is one. -->
<xsl:template match="db:extendedlink"/>
<xsl:template match="db:keycombo[@xlink:href or @linkend]|db:menuchoice[@xlink:href or @linkend]|db:citerefentry[@xlink:href or @linkend]
	|db:personname[@xlink:href or @linkend]" priority="1">
	<xsl:param name="quiet"/>
	<xsl:variable name="content">
		<xsl:choose>
			<xsl:when test="self::db:keycombo"><xsl:call-template name="h:keycombo"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:when>
			<xsl:when test="self::db:menuchoice"><xsl:call-template name="h:menuchoice"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:when>
			<xsl:when test="self::db:personname"><xsl:call-template name="h:person"/></xsl:when>
			<xsl:otherwise><xsl:call-template name="citerefentry"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$quiet"><xsl:copy-of select="$content"/></xsl:when>
		<xsl:otherwise><xsl:call-template name="linked"><xsl:with-param name="content" select="$content"/></xsl:call-template></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:email[@xlink:href or @linkend]" priority="1">
	<xsl:param name="quiet"/>
	<fo:inline hyphenate="false"><xsl:call-template name="run"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></fo:inline>
</xsl:template>
<xsl:template match="db:email">
	<xsl:param name="quiet"/>
	<xsl:choose>
		<xsl:when test="$quiet"><xsl:apply-templates/></xsl:when>
		<xsl:otherwise>
			<fo:basic-link external-destination="url('mailto:{normalize-space(.)}')" hyphenate="false" xsl:use-attribute-sets="link">
				<xsl:apply-templates/>
			</fo:basic-link>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:citation">
	<xsl:param name="quiet"/>
	<xsl:variable name="entry" select="f:cited(.)[not($quiet)]"/>
	<xsl:text>[</xsl:text>
	<xsl:choose>
		<xsl:when test="$entry">
			<fo:basic-link xsl:use-attribute-sets="link">
				<xsl:attribute name="internal-destination"><xsl:for-each select="$entry"><xsl:call-template name="h:id"/></xsl:for-each></xsl:attribute>
				<xsl:apply-templates/>
			</fo:basic-link>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:otherwise>
	</xsl:choose>
	<xsl:text>]</xsl:text>
</xsl:template>
<xsl:template match="db:citerefentry" name="citerefentry">
	<fo:inline font-family="{$mono}" font-size="{$code.inline.size}" hyphenate="false">
		<xsl:apply-templates select="db:refentrytitle/node()"/>
		<xsl:if test="db:manvolnum">(<xsl:value-of select="db:manvolnum"/>)</xsl:if>
	</fo:inline>
</xsl:template>
<xsl:template match="db:refentrytitle">
	<xsl:param name="quiet"/>
	<xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
</xsl:template>

<!-- ==== notes ==== -->
<xsl:template match="db:footnote">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)">
		<xsl:variable name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
		<xsl:choose>
			<xsl:when test="ancestor::db:table or ancestor::db:informaltable">
				<fo:inline xsl:use-attribute-sets="note.mark">
					<fo:basic-link role="Reference">
						<xsl:attribute name="internal-destination"><xsl:call-template name="h:id"/></xsl:attribute>
						<xsl:value-of select="$n"/>
					</fo:basic-link>
				</fo:inline>
			</xsl:when>
			<xsl:otherwise>
				<fo:footnote>
					<fo:inline xsl:use-attribute-sets="note.mark" role="Reference"><xsl:value-of select="$n"/></fo:inline>
					<fo:footnote-body start-indent="{$indent}" end-indent="0pt">
						<fo:list-block role="NonStruct" provisional-label-separation="4pt" xsl:use-attribute-sets="note.text">
							<!-- digits are half as wide as the type is large -->
							<xsl:attribute name="provisional-distance-between-starts">
								<xsl:choose>
									<xsl:when test="string-length($n) &gt; 2"><xsl:value-of select="concat(6 + 5 * string-length($n), 'pt')"/></xsl:when>
									<xsl:otherwise>16pt</xsl:otherwise>
								</xsl:choose>
							</xsl:attribute>
							<fo:list-item role="NonStruct" space-before="2pt">
								<xsl:call-template name="atts"/>
								<fo:list-item-label end-indent="label-end()" role="Lbl">
									<fo:block role="NonStruct" xsl:use-attribute-sets="unbroken">
										<xsl:value-of select="$n"/>
									</fo:block>
								</fo:list-item-label>
								<fo:list-item-body start-indent="body-start()" role="NonStruct">
									<fo:block role="NonStruct"><xsl:apply-templates/></fo:block>
								</fo:list-item-body>
							</fo:list-item>
						</fo:list-block>
					</fo:footnote-body>
				</fo:footnote>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:if>
</xsl:template>
<xsl:template match="db:footnoteref">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)">
		<fo:inline xsl:use-attribute-sets="note.mark">
			<fo:basic-link internal-destination="{@linkend}"><xsl:apply-templates select="." mode="h:label"/></fo:basic-link>
		</fo:inline>
	</xsl:if>
</xsl:template>

<!-- An annotation within a line becomes a note without a number. -->
<xsl:template match="db:para/db:annotation|db:simpara/db:annotation|db:phrase/db:annotation|db:emphasis/db:annotation
	|db:title/db:annotation" priority="1">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)">
		<fo:footnote>
			<fo:inline xsl:use-attribute-sets="note.mark" role="Reference">*</fo:inline>
			<fo:footnote-body start-indent="{$indent}" end-indent="0pt">
				<fo:block xsl:use-attribute-sets="note.text" role="NonStruct">
					<xsl:text>* </xsl:text>
					<xsl:if test="db:title"><fo:inline font-weight="bold"><xsl:apply-templates select="db:title/node()"/></fo:inline><xsl:text> </xsl:text></xsl:if>
					<xsl:apply-templates/>
				</fo:block>
			</fo:footnote-body>
		</fo:footnote>
	</xsl:if>
</xsl:template>

<!-- Where an annotation is about something, and at its own beginning: see src/doc/annotate.c. -->
<xsl:template match="processing-instruction('annotated')" priority="1">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)">
		<fo:inline xsl:use-attribute-sets="note.mark">
			<xsl:if test="preceding-sibling::node()[1][self::processing-instruction('annotated')]">&#xA0;</xsl:if>
			<fo:basic-link internal-destination="{substring-before(., ' ')}"><xsl:value-of select="substring-after(., ' ')"/></fo:basic-link>
		</fo:inline>
	</xsl:if>
</xsl:template>
<xsl:template match="processing-instruction('annotation')" priority="1">
	<fo:inline xsl:use-attribute-sets="note.mark"><xsl:value-of select="concat(., '&#xA0;')"/></fo:inline>
</xsl:template>

<!-- ==== places ==== -->
<xsl:template match="@xml:id" mode="h:anchor"><fo:wrapper role="artifact"><xsl:apply-templates select="." mode="att"/></fo:wrapper></xsl:template>
<xsl:template match="db:anchor">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)"><fo:wrapper role="artifact"><xsl:call-template name="atts"/></fo:wrapper></xsl:if>
</xsl:template>
<xsl:template match="db:indexterm">
	<xsl:param name="quiet"/>
	<xsl:if test="not($quiet)">
		<xsl:call-template name="index-place"/>
		<xsl:if test="$h:scoped and ancestor::db:book">
			<xsl:call-template name="index-place"><xsl:with-param name="scope" select="generate-id(ancestor::db:book[1])"/></xsl:call-template>
		</xsl:if>
	</xsl:if>
</xsl:template>
<!-- For the index of all, or for that of a book in a set. -->
<xsl:template name="index-place">
	<xsl:param name="scope"/>
	<xsl:variable name="key"><xsl:call-template name="h:index-key"><xsl:with-param name="scope" select="$scope"/></xsl:call-template></xsl:variable>
	<xsl:choose>
		<xsl:when test="@class = 'endofrange'"><fo:index-range-end ref-id="{$scope}{@startref}"/></xsl:when>
		<xsl:when test="@class = 'startofrange' and key('h:range-end', @xml:id)">
			<fo:index-range-begin id="{$scope}{@xml:id}" index-key="{$key}"/>
		</xsl:when>
		<xsl:when test="db:see"/>
		<xsl:otherwise>
			<fo:wrapper role="artifact" index-key="{$key}">
				<xsl:if test="@significance = 'preferred'">
					<xsl:attribute name="index-class">preferred</xsl:attribute>
				</xsl:if>
				<xsl:if test="$scope = ''"><xsl:apply-templates select="@xml:id" mode="att"/></xsl:if>
			</fo:wrapper>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:itermset"><xsl:apply-templates select="db:indexterm"/></xsl:template>

<xsl:template match="processing-instruction()"/>
<xsl:template match="processing-instruction()[f:asks(.) = 'line']">
	<xsl:param name="quiet"/>
	<xsl:choose>
		<xsl:when test="$quiet = 1"><xsl:text> </xsl:text></xsl:when>
		<xsl:otherwise><fo:block role="NonStruct"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="processing-instruction()[f:asks(.) = 'page']"><fo:block break-after="page" role="artifact"/></xsl:template>
<xsl:template match="processing-instruction()[f:asks(.) = 'rule']">
	<fo:block role="artifact" space-before="{$line}" space-after="{$line}" border-top="0.5pt solid {$rule}"/>
</xsl:template>
<!-- Items and rows are not preceded by blocks of their own: they break themselves. -->
<xsl:key name="h:page-break" match="processing-instruction()[f:asks(.) = 'page']" use="generate-id(following-sibling::*[1])"/>
<xsl:template name="page-break">
	<xsl:if test="key('h:page-break', generate-id())"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
</xsl:template>
<!-- <?dbfo-need height="2in"?>: what follows begins where there is that much room. -->
<xsl:template match="processing-instruction('dbfo-need')">
	<xsl:variable name="height">
		<xsl:call-template name="h:pi"><xsl:with-param name="pi" select="."/><xsl:with-param name="name" select="'height'"/></xsl:call-template>
	</xsl:variable>
	<xsl:if test="$height != ''">
		<fo:block-container role="artifact" height="{$height}" space-after="-1 * ({$height})" space-after.precedence="force"
			keep-together.within-column="always"><fo:block/></fo:block-container>
	</xsl:if>
</xsl:template>

</xsl:stylesheet>
