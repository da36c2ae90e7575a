<?xml version="1.0" encoding="UTF-8"?>
<!--
  math.xsl - MathML, presentation markup: set in two dimensions

  Fractions, limits, scripts and matrices are containers within the line (fox:stack says by
  which of their blocks they stand in it); roots a sign and a block with a bar; brackets grow
  with the levels they enclose.  What is left (elementary arithmetic, enclosures other than
  box and bars) keeps its content in a line, and somebody is told.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:m="http://www.w3.org/1998/Math/MathML"
	xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db m">

<xsl:variable name="math.script">0.7em</xsl:variable>
<xsl:variable name="math.rule" select="concat('0.5pt solid ', $ink)"/>

<xsl:template match="m:math">
	<!-- what the author says of it, else what stands there -->
	<xsl:variable name="words">
		<xsl:value-of select="(../db:alt|@alttext)[1]"/>
		<xsl:if test="not(../db:alt or @alttext)"><xsl:apply-templates select="*" mode="math-words"/></xsl:if>
	</xsl:variable>
	<fo:inline role="Formula" fox:alt-text="{normalize-space($words)}" hyphenate="false">
		<xsl:apply-templates select="*" mode="math"/>
	</fo:inline>
</xsl:template>

<!-- ==== rows and letters ==== -->
<xsl:template match="m:*" mode="math">
	<xsl:message><xsl:value-of select="concat('MathML ', local-name(), ' is set on one line')"/></xsl:message>
	<xsl:apply-templates select="*|text()[normalize-space()]" mode="math"/>
</xsl:template>
<xsl:template match="m:mrow|m:mstyle|m:mpadded|m:merror|m:mtd|m:math|m:none|m:mprescripts" mode="math">
	<xsl:apply-templates select="*" mode="math"/>
</xsl:template>
<xsl:template match="m:semantics|m:maction" mode="math"><xsl:apply-templates select="*[1]" mode="math"/></xsl:template>
<xsl:template match="m:annotation|m:annotation-xml" mode="math"/>
<xsl:template match="m:mphantom" mode="math"><fo:inline visibility="hidden"><xsl:apply-templates select="*" mode="math"/></fo:inline></xsl:template>
<xsl:template match="m:mspace" mode="math">
	<xsl:if test="@width and not(starts-with(@width, '0') and not(contains(@width, '.')))"><xsl:text>&#x2002;</xsl:text></xsl:if>
</xsl:template>
<xsl:template match="text()" mode="math"><xsl:value-of select="normalize-space(.)"/></xsl:template>
<xsl:template match="m:mtext" mode="math"><xsl:value-of select="."/></xsl:template>
<xsl:template match="m:ms" mode="math"><xsl:value-of select="concat('“', normalize-space(.), '”')"/></xsl:template>
<xsl:template match="m:mn" mode="math"><xsl:value-of select="normalize-space(.)"/></xsl:template>
<xsl:template match="m:mi" mode="math">
	<xsl:variable name="t" select="normalize-space(.)"/>
	<xsl:variable name="how" select="string(@mathvariant)"/>
	<xsl:variable name="upright" select="$how = 'normal' or ($how = '' and string-length($t) != 1) or $how = 'bold'
		or $how = 'double-struck' or contains('∞∅∀∃∇ℕℤℚℝℂ', $t)"/>
	<fo:inline>
		<xsl:if test="not($upright)"><xsl:attribute name="font-style">italic</xsl:attribute></xsl:if>
		<xsl:if test="contains($how, 'bold')"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
		<xsl:value-of select="$t"/>
	</fo:inline>
	<!-- the name of a function stands off its argument -->
	<xsl:if test="string-length($t) &gt; 1 and following-sibling::*[1][not(self::m:mo)]">&#x2009;</xsl:if>
</xsl:template>

<!-- ==== operators ==== -->
<xsl:template match="m:mo" mode="math">
	<xsl:variable name="o" select="translate(normalize-space(.), '-', '−')"/>
	<xsl:variable name="before" select="preceding-sibling::*[1]"/>
	<xsl:variable name="prefix" select="@form = 'prefix' or not($before) or $before[self::m:mo and not(contains(')]}|!′', normalize-space(.)))]"/>
	<xsl:choose>
		<xsl:when test="$o = '' or contains('&#x2061;&#x2062;&#x2063;&#x2064;', $o)"/>
		<xsl:when test="@fence = 'true' or contains('()[]{}|‖⟨⟩⌈⌉⌊⌋', $o)">
			<!-- as high as what stands up to its counterpart -->
			<xsl:variable name="opens" select="contains('([{⟨⌈⌊', $o) or ($prefix and contains('|‖', $o))"/>
			<xsl:variable name="after" select="count(preceding-sibling::m:mo[contains(')]}⟩⌉⌋', normalize-space(.))])"/>
			<xsl:variable name="until" select="count(following-sibling::m:mo[contains('([{⟨⌈⌊', normalize-space(.))])"/>
			<xsl:variable name="levels">
				<xsl:call-template name="math-levels">
					<xsl:with-param name="of" select="following-sibling::*[$opens][count(preceding-sibling::m:mo[contains(')]}⟩⌉⌋', normalize-space(.))]) = $after]
						|preceding-sibling::*[not($opens)][count(following-sibling::m:mo[contains('([{⟨⌈⌊', normalize-space(.))]) = $until]"/>
				</xsl:call-template>
			</xsl:variable>
			<xsl:call-template name="math-fence">
				<xsl:with-param name="sign" select="$o"/>
				<xsl:with-param name="levels"><xsl:choose><xsl:when test="@stretchy = 'false'">0</xsl:when><xsl:otherwise><xsl:value-of select="$levels"/></xsl:otherwise></xsl:choose></xsl:with-param>
			</xsl:call-template>
		</xsl:when>
		<xsl:when test="@separator = 'true' or $o = ',' or $o = ';'"><xsl:value-of select="concat($o, '&#x2009;')"/></xsl:when>
		<xsl:when test="contains('∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂', $o)">
			<fo:inline font-size="1.4em" baseline-shift="-0.12em"><xsl:value-of select="$o"/></fo:inline>
			<xsl:if test="following-sibling::*">&#x2009;</xsl:if>
		</xsl:when>
		<xsl:when test="contains('!′″%°', $o) or $prefix or ancestor::m:msub or ancestor::m:msup or ancestor::m:msubsup"><xsl:value-of select="$o"/></xsl:when>
		<xsl:when test="contains('+−±∓×·÷/∗∘∪∩∧∨⊕⊗', $o)"><xsl:value-of select="concat('&#x2005;', $o, '&#x2005;')"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="concat('&#x2004;', $o, '&#x2004;')"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- How many lines more than one some nodes are high: fractions in fractions, rows. -->
<xsl:template name="math-levels">
	<xsl:param name="of" select="*"/>
	<xsl:variable name="outer" select="count($of[1]/ancestor::m:mfrac)"/>
	<xsl:variable name="fractions">
		<xsl:for-each select="$of/descendant-or-self::m:mfrac">
			<xsl:sort select="count(ancestor::m:mfrac)" data-type="number" order="descending"/>
			<xsl:if test="position() = 1"><xsl:value-of select="count(ancestor-or-self::m:mfrac) - $outer"/></xsl:if>
		</xsl:for-each>
	</xsl:variable>
	<xsl:variable name="rows" select="count(($of/descendant-or-self::m:mtable)[1]/*) - 1"/>
	<xsl:choose>
		<xsl:when test="$rows &gt; 0 and not($fractions &gt; $rows)"><xsl:value-of select="$rows"/></xsl:when>
		<xsl:when test="$fractions &gt; 0"><xsl:value-of select="$fractions"/></xsl:when>
		<xsl:when test="$of/descendant-or-self::m:munderover or $of/descendant-or-self::m:munder">0.6</xsl:when>
		<xsl:otherwise>0</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- A sign grown by levels, its middle kept where that of small letters is. -->
<xsl:template name="math-fence">
	<xsl:param name="sign"/>
	<xsl:param name="levels" select="0"/>
	<xsl:choose>
		<xsl:when test="$levels &gt; 0">
			<xsl:variable name="by">
				<xsl:choose><xsl:when test="$levels &gt; 4">5.2</xsl:when><xsl:otherwise><xsl:value-of select="1 + 1.05 * $levels"/></xsl:otherwise></xsl:choose>
			</xsl:variable>
			<fo:inline font-size="{$by}em" font-weight="normal" baseline-shift="{-0.26 * ($by - 1) div $by}em"><xsl:value-of select="$sign"/></fo:inline>
		</xsl:when>
		<xsl:otherwise><xsl:value-of select="$sign"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="m:mfenced" mode="math">
	<xsl:variable name="levels"><xsl:call-template name="math-levels"/></xsl:variable>
	<xsl:variable name="separators" select="translate(concat(@separators, substring(',', 1, not(@separators))), ' ', '')"/>
	<xsl:call-template name="math-fence">
		<xsl:with-param name="sign"><xsl:choose><xsl:when test="@open"><xsl:value-of select="@open"/></xsl:when><xsl:otherwise>(</xsl:otherwise></xsl:choose></xsl:with-param>
		<xsl:with-param name="levels" select="$levels"/>
	</xsl:call-template>
	<xsl:for-each select="*">
		<xsl:if test="position() &gt; 1 and $separators != ''">
			<xsl:variable name="own" select="substring($separators, position() - 1, 1)"/>
			<xsl:value-of select="$own"/>
			<xsl:if test="$own = ''"><xsl:value-of select="substring($separators, string-length($separators))"/></xsl:if>
			<xsl:text>&#x2009;</xsl:text>
		</xsl:if>
		<xsl:apply-templates select="." mode="math"/>
	</xsl:for-each>
	<xsl:call-template name="math-fence">
		<xsl:with-param name="sign"><xsl:choose><xsl:when test="@close"><xsl:value-of select="@close"/></xsl:when><xsl:otherwise>)</xsl:otherwise></xsl:choose></xsl:with-param>
		<xsl:with-param name="levels" select="$levels"/>
	</xsl:call-template>
</xsl:template>

<!-- ==== stacks ==== -->
<xsl:template name="math-block">
	<xsl:param name="size" select="'1em'"/>
	<xsl:param name="align" select="'center'"/>
	<xsl:param name="bar"/>
	<xsl:param name="leading" select="'1.12'"/>
	<fo:block role="NonStruct" font-size="{$size}" line-height="{$leading}" text-align="{$align}" text-align-last="{$align}"
		text-indent="0pt" start-indent="0pt" end-indent="0pt" line-height-shift-adjustment="consider-shifts">
		<xsl:if test="$bar != ''">
			<xsl:attribute name="border-{$bar}"><xsl:value-of select="$math.rule"/></xsl:attribute>
			<xsl:attribute name="padding-{$bar}">1pt</xsl:attribute>
		</xsl:if>
		<xsl:apply-templates select="." mode="math"/>
	</fo:block>
</xsl:template>

<xsl:template match="m:mfrac" mode="math">
	<xsl:choose>
		<xsl:when test="@bevelled = 'true'">
			<xsl:apply-templates select="*[1]" mode="math"/><xsl:text>∕</xsl:text><xsl:apply-templates select="*[2]" mode="math"/>
		</xsl:when>
		<xsl:otherwise>
			<xsl:variable name="size"><xsl:choose><xsl:when test="ancestor::m:mfrac or not(ancestor::db:equation or ancestor::db:informalequation)">0.85em</xsl:when><xsl:otherwise>1em</xsl:otherwise></xsl:choose></xsl:variable>
			<xsl:text>&#x2006;</xsl:text>
			<fo:inline-container fox:stack="bar" role="NonStruct">
				<xsl:for-each select="*[1]">
					<xsl:call-template name="math-block">
						<xsl:with-param name="size" select="string($size)"/>
						<xsl:with-param name="bar"><xsl:if test="not(starts-with(../@linethickness, '0'))">after</xsl:if></xsl:with-param>
					</xsl:call-template>
				</xsl:for-each>
				<xsl:for-each select="*[2]">
					<xsl:call-template name="math-block"><xsl:with-param name="size" select="string($size)"/><xsl:with-param name="leading" select="'1.2'"/></xsl:call-template>
				</xsl:for-each>
			</fo:inline-container>
			<xsl:text>&#x2006;</xsl:text>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="m:msqrt" mode="math"><xsl:call-template name="math-root"><xsl:with-param name="of" select="*"/></xsl:call-template></xsl:template>
<xsl:template match="m:mroot" mode="math">
	<fo:inline font-size="0.6em" baseline-shift="0.7em"><xsl:apply-templates select="*[2]" mode="math"/></fo:inline>
	<xsl:call-template name="math-root"><xsl:with-param name="of" select="*[1]"/></xsl:call-template>
</xsl:template>
<xsl:template name="math-root">
	<xsl:param name="of"/>
	<xsl:variable name="levels"><xsl:call-template name="math-levels"><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:variable>
	<xsl:call-template name="math-fence"><xsl:with-param name="sign" select="'√'"/><xsl:with-param name="levels" select="$levels"/></xsl:call-template>
	<fo:inline-container fox:stack="first" role="NonStruct">
		<fo:block role="NonStruct" border-before="{$math.rule}" line-height="1.05" text-align="start" text-indent="0pt" start-indent="0pt"
			end-indent="0pt" line-height-shift-adjustment="consider-shifts"><xsl:apply-templates select="$of" mode="math"/></fo:block>
	</fo:inline-container>
</xsl:template>

<!-- ==== scripts ==== -->
<xsl:template name="math-script">
	<xsl:param name="up"/>
	<xsl:variable name="levels"><xsl:call-template name="math-levels"><xsl:with-param name="of" select="../*[1]"/></xsl:call-template></xsl:variable>
	<xsl:variable name="more" select="$levels * 0.8 + 0.5"/>
	<fo:inline font-size="{$math.script}">
		<xsl:attribute name="baseline-shift">
			<xsl:choose>
				<xsl:when test="$up and $levels &gt; 0"><xsl:value-of select="$more"/>em</xsl:when>
				<xsl:when test="$up">super</xsl:when>
				<xsl:when test="$levels &gt; 0"><xsl:value-of select="-$more"/>em</xsl:when>
				<xsl:otherwise>sub</xsl:otherwise>
			</xsl:choose>
		</xsl:attribute>
		<xsl:apply-templates select="." mode="math"/>
	</fo:inline>
</xsl:template>
<xsl:template match="m:msup" mode="math">
	<xsl:apply-templates select="*[1]" mode="math"/>
	<xsl:for-each select="*[2]"><xsl:call-template name="math-script"><xsl:with-param name="up" select="1"/></xsl:call-template></xsl:for-each>
</xsl:template>
<xsl:template match="m:msub" mode="math">
	<xsl:apply-templates select="*[1]" mode="math"/>
	<xsl:for-each select="*[2]"><xsl:call-template name="math-script"/></xsl:for-each>
</xsl:template>
<xsl:template match="m:msubsup" mode="math">
	<xsl:apply-templates select="*[1]" mode="math"/>
	<xsl:call-template name="math-pair"><xsl:with-param name="sub" select="*[2]"/><xsl:with-param name="sup" select="*[3]"/></xsl:call-template>
</xsl:template>
<xsl:template name="math-pair">
	<xsl:param name="sub"/>
	<xsl:param name="sup"/>
	<fo:inline-container fox:stack="bar" role="NonStruct">
		<xsl:for-each select="$sup"><xsl:call-template name="math-block"><xsl:with-param name="size" select="$math.script"/><xsl:with-param name="align" select="'start'"/></xsl:call-template></xsl:for-each>
		<xsl:for-each select="$sub"><xsl:call-template name="math-block"><xsl:with-param name="size" select="$math.script"/><xsl:with-param name="align" select="'start'"/></xsl:call-template></xsl:for-each>
	</fo:inline-container>
	<xsl:if test="*[1][self::m:mo]">&#x2009;</xsl:if>
</xsl:template>
<xsl:template match="m:mmultiscripts" mode="math">
	<xsl:variable name="pre" select="m:mprescripts/following-sibling::*"/>
	<xsl:variable name="post" select="*[position() &gt; 1][not(self::m:mprescripts or preceding-sibling::m:mprescripts)]"/>
	<xsl:for-each select="$pre[position() mod 2 = 1]">
		<xsl:call-template name="math-pair"><xsl:with-param name="sub" select="."/><xsl:with-param name="sup" select="following-sibling::*[1]"/></xsl:call-template>
	</xsl:for-each>
	<xsl:apply-templates select="*[1]" mode="math"/>
	<xsl:for-each select="$post[position() mod 2 = 1]">
		<xsl:call-template name="math-pair"><xsl:with-param name="sub" select="."/><xsl:with-param name="sup" select="following-sibling::*[1]"/></xsl:call-template>
	</xsl:for-each>
</xsl:template>

<!-- ==== above and below ==== -->
<xsl:template match="m:munder|m:mover|m:munderover" mode="math">
	<xsl:variable name="base" select="normalize-space(*[1])"/>
	<xsl:variable name="displayed" select="ancestor::db:equation or ancestor::db:informalequation or ancestor::m:math[@display = 'block']"/>
	<xsl:variable name="under" select="*[2][not(parent::m:mover)]"/>
	<xsl:variable name="over" select="*[2][parent::m:mover]|*[3]"/>
	<xsl:choose>
		<!-- within text the limits of sums stand beside them -->
		<xsl:when test="not($displayed) and contains('∑∏∐∫⋃⋂⋁⋀', $base) and $base != ''">
			<xsl:apply-templates select="*[1]" mode="math"/>
			<xsl:call-template name="math-pair"><xsl:with-param name="sub" select="$under"/><xsl:with-param name="sup" select="$over"/></xsl:call-template>
		</xsl:when>
		<xsl:when test="self::m:mover and contains('¯‾_―', normalize-space($over)) and normalize-space($over) != ''">
			<fo:inline-container fox:stack="first" role="NonStruct">
				<xsl:for-each select="*[1]"><xsl:call-template name="math-block"><xsl:with-param name="bar" select="'before'"/></xsl:call-template></xsl:for-each>
			</fo:inline-container>
		</xsl:when>
		<xsl:otherwise>
			<fo:inline-container role="NonStruct">
				<xsl:attribute name="fox:stack">
					<xsl:choose><xsl:when test="$over and $under">second</xsl:when><xsl:when test="$over">last</xsl:when><xsl:otherwise>first</xsl:otherwise></xsl:choose>
				</xsl:attribute>
				<xsl:for-each select="$over">
					<xsl:call-template name="math-block">
						<xsl:with-param name="size" select="$math.script"/>
						<xsl:with-param name="leading"><xsl:choose><xsl:when test="self::m:mo and string-length(normalize-space(.)) = 1">0.5</xsl:when><xsl:otherwise>1.12</xsl:otherwise></xsl:choose></xsl:with-param>
					</xsl:call-template>
				</xsl:for-each>
				<xsl:for-each select="*[1]"><xsl:call-template name="math-block"/></xsl:for-each>
				<xsl:for-each select="$under"><xsl:call-template name="math-block"><xsl:with-param name="size" select="$math.script"/></xsl:call-template></xsl:for-each>
			</fo:inline-container>
			<xsl:text>&#x2009;</xsl:text>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== tables and frames ==== -->
<xsl:template match="m:mtable" mode="math">
	<fo:inline-container fox:stack="middle" role="NonStruct">
		<fo:table table-layout="auto" role="NonStruct" start-indent="0pt" end-indent="0pt">
			<fo:table-body role="NonStruct" start-indent="0pt" end-indent="0pt">
				<xsl:for-each select="m:mtr|m:mlabeledtr">
					<fo:table-row role="NonStruct">
						<xsl:apply-templates select="m:mtd[parent::m:mtr or preceding-sibling::*]" mode="math-cell"/>
						<xsl:apply-templates select="m:mtd[1][parent::m:mlabeledtr]" mode="math-cell"/>
					</fo:table-row>
				</xsl:for-each>
			</fo:table-body>
		</fo:table>
	</fo:inline-container>
</xsl:template>
<xsl:template match="m:mtd" mode="math-cell">
	<xsl:variable name="n" select="position()"/>
	<xsl:variable name="said" select="concat(normalize-space((@columnalign|../@columnalign|../../@columnalign)[last()]), ' ')"/>
	<xsl:variable name="align">
		<xsl:choose>
			<xsl:when test="$n = 2 and contains(normalize-space($said), ' ')"><xsl:value-of select="substring-before(substring-after($said, ' '), ' ')"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="substring-before($said, ' ')"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<fo:table-cell role="NonStruct" padding="0pt 4pt">
		<xsl:call-template name="math-block">
			<xsl:with-param name="align">
				<xsl:choose><xsl:when test="$align = 'left'">start</xsl:when><xsl:when test="$align = 'right'">end</xsl:when><xsl:otherwise>center</xsl:otherwise></xsl:choose>
			</xsl:with-param>
		</xsl:call-template>
	</fo:table-cell>
</xsl:template>
<xsl:template match="m:menclose" mode="math">
	<xsl:choose>
		<xsl:when test="not(@notation) or @notation = 'longdiv' or @notation = 'radical'"><xsl:call-template name="math-root"><xsl:with-param name="of" select="*"/></xsl:call-template></xsl:when>
		<xsl:when test="contains(@notation, 'box')"><fo:inline border="{$math.rule}" padding="1pt"><xsl:apply-templates select="*" mode="math"/></fo:inline></xsl:when>
		<xsl:when test="contains(@notation, 'strike')"><fo:inline text-decoration="line-through"><xsl:apply-templates select="*" mode="math"/></fo:inline></xsl:when>
		<xsl:otherwise><xsl:apply-templates select="*" mode="math"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== in words, for who listens ==== -->
<xsl:template match="text()" mode="math-words"><xsl:value-of select="normalize-space(.)"/></xsl:template>
<xsl:template match="m:annotation|m:annotation-xml|m:mphantom" mode="math-words"/>
<xsl:template match="m:mo" mode="math-words"><xsl:value-of select="concat(' ', translate(normalize-space(.), '&#x2061;&#x2062;&#x2063;', '  '), ' ')"/></xsl:template>
<xsl:template match="m:mfrac" mode="math-words">
	<xsl:text>(</xsl:text><xsl:apply-templates select="*[1]" mode="math-words"/><xsl:text>)/(</xsl:text><xsl:apply-templates select="*[2]" mode="math-words"/><xsl:text>)</xsl:text>
</xsl:template>
<xsl:template match="m:msqrt" mode="math-words"><xsl:text>√(</xsl:text><xsl:apply-templates select="*" mode="math-words"/><xsl:text>)</xsl:text></xsl:template>
<xsl:template match="m:mroot" mode="math-words"><xsl:text>root</xsl:text><xsl:apply-templates select="*[2]" mode="math-words"/><xsl:text>(</xsl:text><xsl:apply-templates select="*[1]" mode="math-words"/><xsl:text>)</xsl:text></xsl:template>
<xsl:template match="m:mfenced" mode="math-words">
	<xsl:value-of select="concat(@open, substring('(', 1, not(@open)))"/>
	<xsl:for-each select="*"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="." mode="math-words"/></xsl:for-each>
	<xsl:value-of select="concat(@close, substring(')', 1, not(@close)))"/>
</xsl:template>
<xsl:template match="m:msup|m:mover" mode="math-words"><xsl:apply-templates select="*[1]" mode="math-words"/><xsl:text>^</xsl:text><xsl:apply-templates select="*[2]" mode="math-words"/></xsl:template>
<xsl:template match="m:msub|m:munder" mode="math-words"><xsl:apply-templates select="*[1]" mode="math-words"/><xsl:text>_</xsl:text><xsl:apply-templates select="*[2]" mode="math-words"/></xsl:template>
<xsl:template match="m:msubsup|m:munderover" mode="math-words">
	<xsl:apply-templates select="*[1]" mode="math-words"/><xsl:text>_</xsl:text><xsl:apply-templates select="*[2]" mode="math-words"/>
	<xsl:text>^</xsl:text><xsl:apply-templates select="*[3]" mode="math-words"/>
</xsl:template>
<xsl:template match="m:mtr" mode="math-words"><xsl:for-each select="*"><xsl:apply-templates mode="math-words"/><xsl:text> </xsl:text></xsl:for-each><xsl:text>; </xsl:text></xsl:template>

</xsl:stylesheet>
