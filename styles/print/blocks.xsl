<?xml version="1.0" encoding="UTF-8"?>
<!-- blocks.xsl - paragraphs, quotations, admonitions, sidebars, examples and other blocks -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions" extension-element-prefixes="func"
	xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:axf="http://www.antennahouse.com/names/XSL/Extensions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f xlink">

<!-- Unknown: the content is kept, and somebody is told. -->
<xsl:template match="*">
	<xsl:message><xsl:value-of select="concat('element ', name(), ' has no style; its content is kept')"/></xsl:message>
	<xsl:choose>
		<xsl:when test="../text()[normalize-space()]">
			<fo:inline><xsl:call-template name="atts"/><xsl:apply-templates/></fo:inline>
		</xsl:when>
		<xsl:otherwise>
			<fo:block role="NonStruct"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== paragraphs ==== -->
<xsl:template match="db:para|db:simpara">
	<fo:block xsl:use-attribute-sets="para">
		<xsl:apply-templates select="@xml:id|@xml:lang" mode="att"/>
		<xsl:call-template name="own-leading"/>
		<xsl:call-template name="lead-in"/>
		<xsl:choose>
			<xsl:when test="@xlink:href and f:is-link(.)">
				<xsl:call-template name="linked"><xsl:with-param name="content"><xsl:apply-templates/></xsl:with-param></xsl:call-template>
			</xsl:when>
			<xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
		</xsl:choose>
	</fo:block>
</xsl:template>
<!-- A sentence that goes on in a list, a table or a listing is not parted from it. -->
<xsl:template name="lead-in">
	<xsl:variable name="next" select="following-sibling::*[1]"/>
	<xsl:if test="$next[self::db:itemizedlist or self::db:orderedlist or self::db:variablelist or self::db:simplelist
		or self::db:procedure or self::db:segmentedlist or self::db:informaltable or self::db:programlisting or self::db:screen]
		and f:leads-on(.)">
		<xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
	</xsl:if>
</xsl:template>
<!-- Whether a paragraph ends without the end of a sentence. -->
<func:function name="f:leads-on">
	<xsl:param name="para"/>
	<xsl:variable name="end" select="normalize-space($para[self::db:para or self::db:simpara]/text()[normalize-space()][last()])"/>
	<func:result select="$end != '' and not(contains('.!?…。！？။។៕।॥۔؟”」』', substring($end, string-length($end))))"/>
</func:function>
<!-- What something is called by itself, right below its heading. -->
<xsl:template match="db:para[@role = 'names']" priority="2">
	<fo:block xsl:use-attribute-sets="names">
		<xsl:apply-templates select="@xml:id|@xml:lang" mode="att"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<!-- The leading of the script, where it is another than the book's: of the font's size, which
     a note or a table has smaller. -->
<xsl:template name="own-leading">
	<xsl:variable name="lang" select="string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
	<xsl:if test="$lang != '' and $lang != $h:book-lang">
		<xsl:variable name="own"><xsl:call-template name="tall"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:variable>
		<xsl:if test="$own != $tall">
			<xsl:attribute name="line-height"><xsl:value-of select="format-number(1.36 * $own, '0.##')"/></xsl:attribute>
		</xsl:if>
	</xsl:if>
</xsl:template>

<!-- First in its container: no space of its own. -->
<xsl:template match="db:listitem/db:para[1]|db:listitem/db:simpara[1]|db:entry/db:para[1]|db:td/db:para[1]|db:th/db:para[1]
	|db:glossdef/db:para[1]|db:callout/db:para[1]|db:step/db:para[1]|db:footnote/db:para[1]|db:footnote/db:simpara[1]
	|db:answer/db:para[1]|db:question/db:para[1]|db:note/db:para[1]|db:tip/db:para[1]|db:important/db:para[1]|db:warning/db:para[1]|db:caution/db:para[1]|db:danger/db:para[1]|db:sidebar/db:para[1]|db:entry/db:simpara[1]|db:legalnotice/db:para[1]
	|db:glossdef/db:simpara[1]|db:callout/db:simpara[1]|db:step/db:simpara[1]">
	<fo:block>
		<xsl:if test="preceding-sibling::*[not(self::db:title or self::db:info)]">
			<xsl:attribute name="space-before"><xsl:value-of select="$half"/></xsl:attribute>
		</xsl:if>
		<xsl:apply-templates select="@xml:id|@xml:lang" mode="att"/>
		<xsl:call-template name="own-leading"/>
		<xsl:call-template name="lead-in"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<!-- The title runs in. -->
<xsl:template match="db:formalpara">
	<fo:block xsl:use-attribute-sets="para">
		<xsl:call-template name="atts"/>
		<fo:inline font-family="{$sans}" font-weight="bold" font-size="{$size.sans}">
			<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
			<xsl:call-template name="h:title-stop"/>
		</fo:inline>
		<xsl:text>&#x2002;</xsl:text>
		<xsl:apply-templates select="db:indexterm"/>
		<xsl:apply-templates select="db:para/node()|db:simpara/node()"/>
	</fo:block>
</xsl:template>

<!-- A heading for a block that has a title and no number. -->
<xsl:template name="block-title">
	<xsl:param name="role"/>
	<xsl:if test="db:title or db:info/db:title">
		<fo:block xsl:use-attribute-sets="block.title">
			<xsl:if test="$role != ''"><xsl:attribute name="role"><xsl:value-of select="$role"/></xsl:attribute></xsl:if>
			<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
		</fo:block>
	</xsl:if>
	<xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]">
		<fo:block font-style="italic" keep-with-next.within-column="always"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
	</xsl:for-each>
	<xsl:call-template name="division-info"/>
</xsl:template>

<!-- ==== quotations ==== -->
<xsl:template match="db:blockquote">
	<fo:block role="BlockQuote" xsl:use-attribute-sets="quotation">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates select="node()[not(self::db:attribution)]"/>
		<xsl:apply-templates select="db:attribution"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:epigraph">
	<fo:block role="BlockQuote" xsl:use-attribute-sets="quotation" font-style="italic" text-align="end"
		start-indent="inherited-property-value(start-indent) + {$epigraph.left}">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates select="node()[not(self::db:attribution)]"/>
		<xsl:apply-templates select="db:attribution"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:attribution">
	<fo:block text-align="end" font-style="normal" space-before="{$quarter}" font-size="{$size.small}"
		keep-with-previous.within-column="always">
		<xsl:call-template name="atts"/>
		<xsl:text>— </xsl:text>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>

<!-- ==== admonitions ==== -->
<xsl:template match="db:note|db:tip|db:important|db:warning|db:caution|db:danger">
	<xsl:variable name="colour">
		<xsl:choose>
			<xsl:when test="self::db:warning or self::db:caution or self::db:danger"><xsl:value-of select="$alarm"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="$accent"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<fo:block role="Div" xsl:use-attribute-sets="admonition">
		<xsl:attribute name="border-start-color"><xsl:value-of select="$colour"/></xsl:attribute>
		<xsl:call-template name="atts"/>
		<fo:block color="{$colour}" xsl:use-attribute-sets="admonition.label">
			<xsl:variable name="name">
				<xsl:call-template name="h:text"><xsl:with-param name="k" select="local-name()"/></xsl:call-template>
			</xsl:variable>
			<xsl:value-of select="$name"/>
			<xsl:if test="db:title or db:info/db:title">
				<fo:inline color="{$ink}">
					<xsl:text>&#x2002;</xsl:text>
					<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
				</fo:inline>
			</xsl:if>
		</fo:block>
		<xsl:call-template name="division-info"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>

<!-- ==== sidebars and their like ==== -->
<xsl:template match="db:sidebar|db:abstract|db:legalnotice|db:personblurb"><xsl:call-template name="floating"/></xsl:template>
<xsl:template match="db:sidebar|db:abstract|db:legalnotice|db:personblurb" mode="whole">
	<fo:block role="Div" xsl:use-attribute-sets="sidebar">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:remark"/>
<!-- What hovers over a web page stands in a box here, where the author put it. -->
<xsl:template match="db:annotation">
	<fo:block role="Div" xsl:use-attribute-sets="sidebar">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>

<!-- ==== formal objects ==== -->
<!-- "Figure 3.1  Title" -->
<xsl:template name="caption-line">
	<xsl:variable name="label"><xsl:apply-templates select="." mode="h:full-label"/></xsl:variable>
	<fo:inline xsl:use-attribute-sets="caption.label"><xsl:value-of select="$label"/></fo:inline>
	<xsl:if test="$label != ''"><xsl:text>&#x2002;</xsl:text></xsl:if>
	<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
</xsl:template>

<!--
  What may leave its place: floatstyle (or float, role="float", <?dbfo float-type?>) of one, the
  parameter `float` for all figures, tables, examples and equations with a title.  To the top of
  a page, or to a side, where the text flows round it.  Where nothing is said, a figure with a
  title, or a small table, that does not fit on the page lets the text behind it fill that; not
  if a sentence leads to it.
-->
<xsl:template name="floating">
	<xsl:variable name="said">
		<xsl:choose>
			<xsl:when test="@floatstyle"><xsl:value-of select="@floatstyle"/></xsl:when>
			<xsl:when test="@float"><xsl:value-of select="@float"/></xsl:when>
			<xsl:when test="@role = 'float'">1</xsl:when>
			<xsl:when test="processing-instruction('dbfo')[contains(., 'float-type')]">
				<xsl:call-template name="dbfo"><xsl:with-param name="name" select="'float-type'"/></xsl:call-template>
			</xsl:when>
			<xsl:when test="self::db:figure or self::db:table or self::db:example or self::db:equation"><xsl:value-of select="$float"/></xsl:when>
		</xsl:choose>
	</xsl:variable>
	<xsl:variable name="side" select="$said = 'left' or $said = 'right' or $said = 'start' or $said = 'end'
		or $said = 'inside' or $said = 'outside'"/>
	<xsl:choose>
		<xsl:when test="$said = 'auto' and (self::db:figure or self::db:table[not((.//db:row|.//db:tr)[8]) and string-length(.) &lt; 1000])
			and (db:title or db:info/db:title) and (parent::db:section or parent::db:chapter
			or parent::db:sect1 or parent::db:sect2 or parent::db:sect3 or parent::db:sect4 or parent::db:sect5
			or parent::db:appendix or parent::db:preface or parent::db:article or parent::db:topic or parent::db:simplesect)
			and not(f:leads-on(preceding-sibling::*[not(self::db:indexterm or self::db:anchor or self::db:remark)][1]))">
			<fo:float float="none" axf:float-move="auto-next"><xsl:apply-templates select="." mode="whole"/></fo:float>
		</xsl:when>
		<xsl:when test="$said = '' or $said = 'auto' or $said = 'none' or $said = '0' or ancestor::db:footnote or ancestor::db:entry
			or ancestor::db:td or ancestor::db:th or ancestor::db:sidebar">
			<xsl:apply-templates select="." mode="whole"/>
		</xsl:when>
		<xsl:when test="$side">
			<fo:float float="{$said}">
				<fo:block-container width="45%" role="NonStruct">
					<xsl:if test="$said = 'right' or $said = 'end' or $said = 'outside'"><xsl:attribute name="start-indent">0pt</xsl:attribute></xsl:if>
					<fo:block role="NonStruct" start-indent="8pt" end-indent="8pt"><xsl:apply-templates select="." mode="whole"/></fo:block>
				</fo:block-container>
			</fo:float>
		</xsl:when>
		<xsl:otherwise>
			<fo:float float="before">
				<fo:block role="NonStruct" space-after="{$line}" space-after.conditionality="retain"><xsl:apply-templates select="." mode="whole"/></fo:block>
			</fo:float>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:example|db:equation[db:title or db:info/db:title]"><xsl:call-template name="floating"/></xsl:template>
<xsl:template match="db:example|db:equation" mode="whole">
	<fo:block role="Div" xsl:use-attribute-sets="formal">
		<xsl:call-template name="keep"><xsl:with-param name="wanted" select="false()"/></xsl:call-template>
		<xsl:call-template name="target"/>
		<fo:block role="Caption" xsl:use-attribute-sets="caption" keep-with-next.within-column="always">
			<xsl:call-template name="caption-line"/>
		</fo:block>
		<xsl:call-template name="division-info"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:informalexample|db:informalfigure"><xsl:call-template name="floating"/></xsl:template>
<xsl:template match="db:informalexample|db:informalfigure" mode="whole">
	<fo:block role="Div" xsl:use-attribute-sets="para">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<!-- An equation without a title shows its number at the right. -->
<xsl:template match="db:equation">
	<fo:block text-align-last="justify" space-before="{$three-quarters}" space-after="{$three-quarters}">
		<xsl:call-template name="target"/>
		<fo:leader leader-pattern="space" leader-length.minimum="0pt" leader-length.optimum="0pt" leader-length.maximum="100%"/>
		<xsl:apply-templates mode="inline-math"/>
		<fo:leader leader-pattern="space" leader-length.minimum="0pt" leader-length.optimum="0pt" leader-length.maximum="100%"/>
		<xsl:text>(</xsl:text><xsl:apply-templates select="." mode="h:label"/><xsl:text>)</xsl:text>
	</fo:block>
</xsl:template>
<xsl:template match="db:informalequation">
	<fo:block text-align="center" space-before="{$three-quarters}" space-after="{$three-quarters}">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates mode="inline-math"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:formalgroup">
	<fo:block role="Div" xsl:use-attribute-sets="formal">
		<xsl:call-template name="target"/>
		<xsl:if test="not(db:figure)">
			<fo:block role="Caption" xsl:use-attribute-sets="caption" keep-with-next.within-column="always"><xsl:call-template name="caption-line"/></fo:block>
		</xsl:if>
		<xsl:apply-templates/>
		<!-- below, as that of a figure -->
		<xsl:if test="db:figure">
			<fo:block role="Caption" xsl:use-attribute-sets="caption" space-before="5pt" keep-with-previous.within-column="always"><xsl:call-template name="caption-line"/></fo:block>
		</xsl:if>
		<xsl:call-template name="division-info"/>
	</fo:block>
</xsl:template>

<!-- ==== addresses and other lines ==== -->
<xsl:template match="db:address">
	<fo:block xsl:use-attribute-sets="para" text-align="start" linefeed-treatment="preserve"
		white-space-treatment="preserve" white-space-collapse="false" hyphenate="false">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:linegroup">
	<fo:block xsl:use-attribute-sets="para"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
</xsl:template>
<xsl:template match="db:line">
	<fo:block text-align="start"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
</xsl:template>
<xsl:template match="db:dialogue|db:drama|db:poetry">
	<fo:block role="Div" xsl:use-attribute-sets="para">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:speaker">
	<fo:block font-family="{$sans}" font-weight="bold" font-size="{$size.small}" keep-with-next.within-column="always">
		<xsl:call-template name="atts"/><xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:revremark|db:revdescription|db:printhistory|db:bibliocoverage">
	<fo:block><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
</xsl:template>
<xsl:template match="db:caption">
	<fo:block xsl:use-attribute-sets="caption" space-before="{$quarter}"><xsl:call-template name="atts"/><xsl:apply-templates/></fo:block>
</xsl:template>

</xsl:stylesheet>
