<?xml version="1.0" encoding="UTF-8"?>
<!-- lists.xsl - lists, procedures, questions and answers -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:exsl="http://exslt.org/common"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h exsl">

<!-- Space before a list item: none in compact lists and before the first. -->
<xsl:template name="item-space">
	<xsl:attribute name="space-before">
		<xsl:choose>
			<xsl:when test="../@spacing = 'compact'">0pt</xsl:when>
			<xsl:when test="ancestor::db:entry or ancestor::db:td or ancestor::db:th">1pt</xsl:when>
			<xsl:otherwise><xsl:value-of select="$quarter"/></xsl:otherwise>
		</xsl:choose>
	</xsl:attribute>
	<xsl:if test="not(../@spacing = 'compact' or ancestor::db:entry or ancestor::db:td or ancestor::db:th)">
		<xsl:attribute name="space-before.maximum"><xsl:value-of select="$list.give"/></xsl:attribute>
	</xsl:if>
</xsl:template>

<!-- Space before a list: close to the paragraph that leads to it, or that of a paragraph. -->
<xsl:template name="list-space">
	<xsl:attribute name="space-before">
		<xsl:choose>
			<xsl:when test="preceding-sibling::*[not(self::db:title or self::db:info or self::db:subtitle
				or self::db:titleabbrev or self::db:indexterm)] or db:title or db:info/db:title or not(parent::db:section
				or parent::db:sect1 or parent::db:sect2 or parent::db:sect3 or parent::db:sect4 or parent::db:sect5
				or parent::db:simplesect or parent::db:chapter or parent::db:appendix or parent::db:preface
				or parent::db:article)"><xsl:value-of select="$quarter"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="$half"/></xsl:otherwise>
		</xsl:choose>
	</xsl:attribute>
</xsl:template>

<!-- One item: label, then the content of the context node. -->
<xsl:template name="item">
	<xsl:param name="label"/>
	<xsl:param name="body" select="node()"/>
	<fo:list-item>
		<xsl:call-template name="page-break"/>
		<xsl:call-template name="item-space"/>
		<xsl:call-template name="atts"/>
		<fo:list-item-label end-indent="label-end()">
			<fo:block xsl:use-attribute-sets="unbroken"><xsl:copy-of select="$label"/></fo:block>
		</fo:list-item-label>
		<fo:list-item-body start-indent="body-start()">
			<fo:block role="NonStruct"><xsl:apply-templates select="$body"/></fo:block>
		</fo:list-item-body>
	</fo:list-item>
</xsl:template>

<!-- <?dbfo label-width="..."?> -->
<xsl:template name="label-width">
	<xsl:param name="usual"/>
	<xsl:variable name="said">
		<xsl:if test="processing-instruction('dbfo')">
			<xsl:call-template name="dbfo"><xsl:with-param name="name" select="'label-width'"/></xsl:call-template>
		</xsl:if>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$said != ''"><xsl:value-of select="$said"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="$usual"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- What precedes the items of a list: title and paragraphs. -->
<xsl:template name="list-head">
	<xsl:variable name="before" select="*[not(self::db:listitem or self::db:varlistentry or self::db:step
		or self::db:callout or self::db:title or self::db:info or self::db:titleabbrev
		or self::db:qandaentry or self::db:qandadiv or self::db:glossentry or self::db:bibliomixed
		or self::db:biblioentry or self::db:result)]"/>
	<xsl:call-template name="block-title">
		<xsl:with-param name="role"><xsl:if test="not($before or self::db:bibliolist)">Caption</xsl:if></xsl:with-param>
	</xsl:call-template>
	<xsl:apply-templates select="$before"/>
</xsl:template>

<!-- ==== bulleted ==== -->
<xsl:template match="db:itemizedlist">
	<xsl:call-template name="list-head"/>
	<xsl:variable name="depth" select="count(ancestor::db:itemizedlist) mod 3"/>
	<xsl:variable name="mark" select="@mark"/>
	<xsl:variable name="step">
		<xsl:call-template name="label-width"><xsl:with-param name="usual" select="$list.step"/></xsl:call-template>
	</xsl:variable>
	<fo:list-block provisional-distance-between-starts="{$step}" provisional-label-separation="{$list.gap}">
		<xsl:call-template name="list-space"/>
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:listitem">
			<xsl:variable name="own">
				<xsl:choose>
					<xsl:when test="@override"><xsl:value-of select="@override"/></xsl:when>
					<xsl:otherwise><xsl:value-of select="$mark"/></xsl:otherwise>
				</xsl:choose>
			</xsl:variable>
			<xsl:call-template name="item">
				<xsl:with-param name="label">
					<xsl:choose>
						<xsl:when test="$own = 'none'"/>
						<xsl:when test="$own = 'bullet' or $own = 'disc'">•</xsl:when>
						<xsl:when test="$own = 'circle' or $own = 'opencircle'">○</xsl:when>
						<xsl:when test="$own = 'square' or $own = 'box'">▪</xsl:when>
						<xsl:when test="$own = 'dash' or $own = 'endash'">–</xsl:when>
						<xsl:when test="$own = 'check' or $own = 'checkbox'">☐</xsl:when>
						<xsl:when test="$own = 'checkmark' or $own = 'tick'">✓</xsl:when>
						<xsl:when test="string-length($own) = 1"><xsl:value-of select="$own"/></xsl:when>
						<xsl:otherwise><xsl:value-of select="substring('•–·', $depth + 1, 1)"/></xsl:otherwise>
					</xsl:choose>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:for-each>
	</fo:list-block>
</xsl:template>

<!-- ==== numbered ==== -->
<xsl:template match="db:orderedlist">
	<xsl:variable name="legal"><xsl:call-template name="h:is-legal"/></xsl:variable>
	<xsl:choose>
		<xsl:when test="$legal != ''"><xsl:call-template name="legal-list"/></xsl:when>
		<xsl:otherwise><xsl:call-template name="ordered-list"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template name="ordered-list">
	<xsl:call-template name="list-head"/>
	<xsl:variable name="first"><xsl:call-template name="h:first-number"/></xsl:variable>
	<xsl:variable name="format"><xsl:call-template name="h:list-format"/></xsl:variable>
	<xsl:variable name="letters"><xsl:call-template name="h:list-letters"/></xsl:variable>
	<!-- letters of other scripts are wider than ours -->
	<xsl:variable name="own">
		<xsl:if test="translate($format, 'A', 'a') = 'a'"><xsl:call-template name="h:text"><xsl:with-param name="k" select="$letters"/></xsl:call-template></xsl:if>
	</xsl:variable>
	<xsl:variable name="prefix">
		<xsl:if test="@inheritnum = 'inherit' and ancestor::db:listitem[parent::db:orderedlist]">
			<xsl:apply-templates select="ancestor::db:listitem[parent::db:orderedlist][1]" mode="h:label"/>
			<xsl:text>.</xsl:text>
		</xsl:if>
	</xsl:variable>
	<xsl:variable name="labels">
		<xsl:for-each select="db:listitem">
			<xsl:variable name="n">
				<xsl:choose>
					<xsl:when test="../db:listitem/@override"><xsl:call-template name="h:item-number"><xsl:with-param name="first" select="$first"/></xsl:call-template></xsl:when>
					<xsl:otherwise><xsl:value-of select="$first + position() - 1"/></xsl:otherwise>
				</xsl:choose>
			</xsl:variable>
			<h:n>
				<xsl:value-of select="$prefix"/>
				<xsl:call-template name="h:number">
					<xsl:with-param name="n" select="$n"/>
					<xsl:with-param name="format" select="$format"/>
					<xsl:with-param name="by" select="$letters"/>
				</xsl:call-template>
				<xsl:text>.</xsl:text>
			</h:n>
		</xsl:for-each>
	</xsl:variable>
	<xsl:variable name="label" select="exsl:node-set($labels)/h:n"/>
	<xsl:variable name="longest">
		<xsl:for-each select="$label">
			<xsl:sort select="string-length()" data-type="number" order="descending"/>
			<xsl:if test="position() = 1"><xsl:value-of select="string-length()"/></xsl:if>
		</xsl:for-each>
	</xsl:variable>
	<xsl:variable name="usual">
		<xsl:choose>
			<xsl:when test="$prefix != ''"><xsl:value-of select="18 + 6 * string-length($prefix)"/>pt</xsl:when>
			<xsl:when test="$longest &gt; 3"><xsl:value-of select="7 * $longest"/>pt</xsl:when>
			<xsl:when test="$longest = 3 or $own != ''">23pt</xsl:when>
			<xsl:otherwise><xsl:value-of select="$list.step"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:variable name="step">
		<xsl:call-template name="label-width"><xsl:with-param name="usual" select="string($usual)"/></xsl:call-template>
	</xsl:variable>
	<fo:list-block provisional-distance-between-starts="{$step}" provisional-label-separation="{$list.gap}">
		<xsl:call-template name="list-space"/>
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:listitem">
			<xsl:variable name="k" select="position()"/>
			<xsl:call-template name="item"><xsl:with-param name="label" select="string($label[$k])"/></xsl:call-template>
		</xsl:for-each>
	</fo:list-block>
</xsl:template>

<!-- Numbered legal paragraphs: the numbers of the first two levels hang in the margin. -->
<xsl:template name="legal-list">
	<xsl:call-template name="list-head"/>
	<xsl:variable name="depth" select="count(ancestor::db:orderedlist) + 1"/>
	<xsl:variable name="hang" select="$depth &lt; 3 and not(ancestor::db:listitem[not(parent::db:orderedlist)]
		or ancestor::db:blockquote or ancestor::db:sidebar or ancestor::db:entry)"/>
	<xsl:variable name="above">
		<xsl:if test="$depth = 2">
			<xsl:apply-templates select="ancestor::db:listitem[parent::db:orderedlist][1]" mode="h:label"/>
		</xsl:if>
	</xsl:variable>
	<xsl:variable name="first"><xsl:call-template name="h:first-number"/></xsl:variable>
	<xsl:variable name="own"><xsl:call-template name="h:text"><xsl:with-param name="k" select="'letters.outline'"/></xsl:call-template></xsl:variable>
	<fo:list-block provisional-label-separation="4pt" space-before="{$half}">
		<xsl:choose>
			<xsl:when test="$hang">
				<xsl:attribute name="start-indent">0pt</xsl:attribute>
				<xsl:attribute name="provisional-distance-between-starts"><xsl:value-of select="$indent"/></xsl:attribute>
			</xsl:when>
			<xsl:otherwise>
				<xsl:attribute name="provisional-distance-between-starts">
					<xsl:value-of select="$hang.indent"/>
					<xsl:if test="$own != ''"> + 6pt</xsl:if>
				</xsl:attribute>
			</xsl:otherwise>
		</xsl:choose>
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:listitem">
			<xsl:variable name="shown">
				<xsl:call-template name="h:legal-part">
					<xsl:with-param name="n" select="$first + position() - 1"/>
					<xsl:with-param name="depth" select="$depth"/>
					<xsl:with-param name="above" select="$above"/>
				</xsl:call-template>
			</xsl:variable>
			<fo:list-item space-before="{$half}">
				<xsl:call-template name="atts"/>
				<fo:list-item-label end-indent="label-end()">
					<fo:block xsl:use-attribute-sets="unbroken">
						<xsl:choose>
							<xsl:when test="$depth &lt; 3">
								<fo:inline xsl:use-attribute-sets="margin.label">
									<xsl:value-of select="$shown"/>
									<xsl:if test="$depth = 1">.</xsl:if>
								</fo:inline>
							</xsl:when>
							<xsl:otherwise><xsl:value-of select="$shown"/></xsl:otherwise>
						</xsl:choose>
					</fo:block>
				</fo:list-item-label>
				<fo:list-item-body start-indent="body-start()">
					<fo:block role="NonStruct"><xsl:apply-templates/></fo:block>
				</fo:list-item-body>
			</fo:list-item>
		</xsl:for-each>
	</fo:list-block>
</xsl:template>

<!-- ==== terms ==== -->
<!--
  The term on a line of its own, its meaning set in; beside each other where role is "facts" or
  "record" or the author asks for it (<?dbfo list-presentation="list"?>); in the margin where
  all terms are short enough to stand there.
-->
<xsl:template match="db:variablelist|db:glosslist">
	<xsl:call-template name="list-head"/>
	<xsl:variable name="presentation">
		<xsl:call-template name="dbfo"><xsl:with-param name="name" select="'list-presentation'"/></xsl:call-template>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="db:varlistentry and (@role = 'facts' or @role = 'record' or $presentation = 'list' or $presentation = 'table')">
			<fo:list-block provisional-label-separation="10pt" space-before="{$half}">
				<xsl:attribute name="provisional-distance-between-starts"><xsl:call-template name="term-width"/></xsl:attribute>
				<xsl:call-template name="atts"/>
				<xsl:for-each select="db:varlistentry">
					<fo:list-item space-before="{$quarter}">
						<xsl:call-template name="page-break"/>
						<xsl:call-template name="atts"/>
						<fo:list-item-label end-indent="label-end()">
							<fo:block xsl:use-attribute-sets="unbroken">
								<fo:inline font-family="{$sans}" font-size="{$size.small}" color="{$grey}"><xsl:call-template name="terms"/></fo:inline>
							</fo:block>
						</fo:list-item-label>
						<fo:list-item-body start-indent="body-start()">
							<!-- too narrow a column to be justified -->
							<fo:block role="NonStruct" text-align="start"><xsl:apply-templates select="db:listitem/node()"/></fo:block>
						</fo:list-item-body>
					</fo:list-item>
				</xsl:for-each>
			</fo:list-block>
		</xsl:when>
		<xsl:otherwise><xsl:call-template name="term-list"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- <?dbfo term-width="..."?>, termlength, or room for the longest term, within reason. -->
<xsl:template name="term-width">
	<xsl:variable name="said"><xsl:call-template name="dbfo"><xsl:with-param name="name" select="'term-width'"/></xsl:call-template></xsl:variable>
	<xsl:choose>
		<xsl:when test="$said != ''"><xsl:value-of select="$said"/></xsl:when>
		<xsl:when test="string(number(@termlength)) != 'NaN'"><xsl:value-of select="6 * @termlength"/>pt</xsl:when>
		<xsl:when test="@termlength"><xsl:value-of select="@termlength"/></xsl:when>
		<xsl:otherwise>110pt</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template name="terms">
	<xsl:for-each select="db:term">
		<fo:inline><xsl:call-template name="atts"/><xsl:apply-templates/></fo:inline>
		<xsl:if test="position() != last()"><xsl:call-template name="h:comma"/></xsl:if>
	</xsl:for-each>
</xsl:template>

<xsl:template name="term-list">
	<fo:block role="L">
		<xsl:call-template name="atts"/>
		<xsl:apply-templates select="db:varlistentry"/>
		<xsl:if test="self::db:glosslist">
			<xsl:call-template name="gloss-entries"/>
		</xsl:if>
	</fo:block>
</xsl:template>
<xsl:template match="db:varlistentry">
	<fo:block role="LI" space-before="{$half}">
		<xsl:call-template name="page-break"/>
		<xsl:if test="../@spacing = 'compact'"><xsl:attribute name="space-before"><xsl:value-of select="$quarter"/></xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<fo:block role="Lbl" font-weight="bold" keep-with-next.within-column="always" xsl:use-attribute-sets="unbroken">
			<xsl:call-template name="terms"/>
		</fo:block>
		<fo:block role="LBody" margin-left="{$list.step}">
			<xsl:for-each select="db:listitem">
				<xsl:call-template name="atts"/>
				<xsl:apply-templates/>
			</xsl:for-each>
		</fo:block>
	</fo:block>
</xsl:template>
<xsl:template match="db:term"><fo:inline><xsl:call-template name="atts"/><xsl:apply-templates/></fo:inline></xsl:template>
<xsl:template match="db:listitem"><xsl:apply-templates/></xsl:template>

<!-- ==== callouts ==== -->
<xsl:template match="db:calloutlist">
	<xsl:call-template name="list-head"/>
	<!-- room for the most marks that stand side by side -->
	<xsl:variable name="marks">
		<xsl:for-each select="db:callout/@arearefs">
			<xsl:sort select="string-length(normalize-space(.)) - string-length(translate(normalize-space(.), ' ', ''))"
				data-type="number" order="descending"/>
			<xsl:if test="position() = 1">
				<xsl:value-of select="string-length(normalize-space(.)) - string-length(translate(normalize-space(.), ' ', ''))"/>
			</xsl:if>
		</xsl:for-each>
	</xsl:variable>
	<fo:list-block provisional-label-separation="{$list.gap}" space-before="{$half}">
		<xsl:attribute name="provisional-distance-between-starts">
			<xsl:value-of select="concat($list.step, ' + ')"/>
			<xsl:choose>
				<xsl:when test="$marks &gt; 5">70pt</xsl:when>
				<xsl:when test="$marks &gt; 0"><xsl:value-of select="concat(14 * $marks, 'pt')"/></xsl:when>
				<xsl:otherwise>0pt</xsl:otherwise>
			</xsl:choose>
		</xsl:attribute>
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:callout">
			<xsl:call-template name="item">
				<xsl:with-param name="label">
					<xsl:call-template name="callout-marks"><xsl:with-param name="refs" select="normalize-space(@arearefs)"/></xsl:call-template>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:for-each>
	</fo:list-block>
</xsl:template>
<xsl:template name="callout-marks">
	<xsl:param name="refs"/>
	<xsl:if test="$refs != ''">
		<xsl:variable name="ref" select="substring-before(concat($refs, ' '), ' ')"/>
		<xsl:variable name="area" select="key('h:id', $ref)"/>
		<xsl:call-template name="callout-mark">
			<xsl:with-param name="n"><xsl:apply-templates select="$area[1]" mode="h:label"/></xsl:with-param>
		</xsl:call-template>
		<xsl:if test="contains($refs, ' ')">
			<xsl:text> </xsl:text>
			<xsl:call-template name="callout-marks"><xsl:with-param name="refs" select="substring-after($refs, ' ')"/></xsl:call-template>
		</xsl:if>
	</xsl:if>
</xsl:template>

<!-- ==== procedures ==== -->
<xsl:template match="db:procedure|db:task">
	<fo:block role="Div" space-before="{$three-quarters}" space-after="{$half}">
		<xsl:call-template name="target"/>
		<xsl:if test="self::db:task"><xsl:call-template name="block-title"/></xsl:if>
		<xsl:if test="self::db:procedure and (db:title or db:info/db:title)">
			<fo:block role="Caption" xsl:use-attribute-sets="caption" keep-with-next.within-column="always">
				<xsl:call-template name="caption-line"/>
			</fo:block>
		</xsl:if>
		<xsl:if test="self::db:procedure"><xsl:call-template name="division-info"/></xsl:if>
		<xsl:apply-templates select="*[not(self::db:step or self::db:title or self::db:info or self::db:result)]"/>
		<xsl:call-template name="steps"/>
		<xsl:apply-templates select="db:result"/>
	</fo:block>
</xsl:template>
<xsl:template match="db:tasksummary|db:taskprerequisites|db:taskrelated|db:result">
	<fo:block role="NonStruct">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:substeps">
	<xsl:call-template name="steps"/>
</xsl:template>
<xsl:template name="steps">
	<xsl:if test="db:step">
		<fo:list-block provisional-distance-between-starts="23pt" provisional-label-separation="{$list.gap}" space-before="{$quarter}">
			<xsl:if test="self::db:substeps"><xsl:call-template name="atts"/></xsl:if>
			<xsl:for-each select="db:step">
				<xsl:call-template name="item">
					<xsl:with-param name="label">
						<xsl:if test="@performance = 'optional'">(</xsl:if>
						<xsl:call-template name="h:step-number"><xsl:with-param name="n" select="position()"/></xsl:call-template>
						<xsl:choose><xsl:when test="@performance = 'optional'">)</xsl:when><xsl:otherwise>.</xsl:otherwise></xsl:choose>
					</xsl:with-param>
					<xsl:with-param name="body" select="self::*"/>
				</xsl:call-template>
			</xsl:for-each>
		</fo:list-block>
	</xsl:if>
</xsl:template>
<xsl:template match="db:step">
	<xsl:call-template name="block-title"/>
	<xsl:apply-templates/>
</xsl:template>
<xsl:template match="db:stepalternatives">
	<fo:list-block provisional-distance-between-starts="{$list.step}" provisional-label-separation="{$list.gap}" space-before="{$quarter}">
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:step">
			<xsl:call-template name="item">
				<xsl:with-param name="label">•</xsl:with-param>
				<xsl:with-param name="body" select="self::*"/>
			</xsl:call-template>
		</xsl:for-each>
	</fo:list-block>
</xsl:template>

<!-- ==== questions and answers ==== -->
<xsl:template match="db:qandaset">
	<fo:block role="NonStruct" space-before="{$half}">
		<xsl:call-template name="atts"/>
		<xsl:call-template name="block-title"/>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:qandadiv">
	<fo:block role="NonStruct" space-before="{$line}">
		<xsl:call-template name="atts"/>
		<fo:block xsl:use-attribute-sets="section3.heading">
			<xsl:call-template name="heading-role"/>
			<xsl:apply-templates select="." mode="h:label"/>
			<xsl:text>&#x2002;</xsl:text>
			<xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="0"/></xsl:apply-templates>
		</fo:block>
		<xsl:apply-templates/>
	</fo:block>
</xsl:template>
<xsl:template match="db:qandaentry">
	<xsl:variable name="how" select="ancestor::db:qandaset[1]/@defaultlabel"/>
	<xsl:call-template name="block-title"/>
	<xsl:variable name="number"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
	<xsl:variable name="written">
		<xsl:for-each select="db:question/db:label|db:answer/db:label">
			<xsl:sort select="string-length(normalize-space(.))" data-type="number" order="descending"/>
			<xsl:if test="position() = 1"><xsl:value-of select="string-length(normalize-space(.))"/></xsl:if>
		</xsl:for-each>
	</xsl:variable>
	<!-- the words for question and answer in the language -->
	<xsl:variable name="words">
		<xsl:if test="$how = 'qanda'">
			<xsl:for-each select="db:question|db:answer"><h:n><xsl:call-template name="h:qanda-label"/></h:n></xsl:for-each>
		</xsl:if>
	</xsl:variable>
	<xsl:variable name="wide" select="exsl:node-set($words)/h:n[string-length() &gt; 3]"/>
	<fo:list-block provisional-label-separation="{$list.gap}" space-before="{$three-quarters}">
		<xsl:attribute name="provisional-distance-between-starts">
			<xsl:choose>
				<xsl:when test="$written &gt; 15">100pt</xsl:when>
				<xsl:when test="$written &gt; 3"><xsl:value-of select="12 + 6 * $written"/>pt</xsl:when>
				<xsl:when test="$how = 'none' and not($written &gt; 0)">0pt</xsl:when>
				<xsl:when test="$wide[string-length() &gt; 6]">60pt</xsl:when>
				<xsl:when test="$wide">42pt</xsl:when>
				<xsl:when test="string-length($number) &gt; 3 and not($how = 'qanda')"><xsl:value-of select="14 + 5 * string-length($number)"/>pt</xsl:when>
				<xsl:otherwise>28pt</xsl:otherwise>
			</xsl:choose>
		</xsl:attribute>
		<xsl:call-template name="atts"/>
		<xsl:for-each select="db:question|db:answer">
			<fo:list-item space-before="{$quarter}">
				<xsl:if test="self::db:question">
					<xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
				</xsl:if>
				<xsl:call-template name="atts"/>
				<fo:list-item-label end-indent="label-end()">
					<fo:block xsl:use-attribute-sets="unbroken" font-weight="bold">
						<xsl:call-template name="h:qanda-label"/>
					</fo:block>
				</fo:list-item-label>
				<fo:list-item-body start-indent="body-start()">
					<fo:block role="NonStruct">
						<xsl:if test="self::db:question"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
						<xsl:apply-templates select="node()[not(self::db:label)]"/>
					</fo:block>
				</fo:list-item-body>
			</fo:list-item>
		</xsl:for-each>
	</fo:list-block>
</xsl:template>
<xsl:template match="db:label"><xsl:apply-templates/></xsl:template>

</xsl:stylesheet>
