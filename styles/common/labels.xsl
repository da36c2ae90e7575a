<?xml version="1.0" encoding="UTF-8"?>
<!--
  labels.xsl - the numbers of everything that is numbered

  One walk over the book writes a list of <h:n i="…" l="…"/> (generate-id() of the element and
  its label), where position() counts: linear, unlike xsl:number level="any".  mode="h:label"
  looks a label up there.  A label attribute of the author's wins.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:exsl="http://exslt.org/common" extension-element-prefixes="func"
	exclude-result-prefixes="db h f exsl">

<xsl:param name="section.numbers">3</xsl:param>    <!-- levels of sections that are numbered -->
<xsl:param name="part.numbers">I</xsl:param>       <!-- as in xsl:number/@format; or 一, ア, ① … -->
<xsl:param name="chapter.numbers">1</xsl:param>
<xsl:param name="appendix.numbers">A</xsl:param>

<xsl:key name="h:n" match="h:n" use="@i"/>

<xsl:variable name="h:numbers-tree">
	<xsl:apply-templates select="/*" mode="h:number"/>
</xsl:variable>
<xsl:variable name="h:numbers" select="exsl:node-set($h:numbers-tree)"/>

<!-- ==== the walk ==== -->
<xsl:template match="*" mode="h:number">
	<xsl:call-template name="h:number-content"/>
</xsl:template>

<xsl:template match="db:set" mode="h:number">
	<xsl:apply-templates select="*" mode="h:number"/>
</xsl:template>
<xsl:template match="db:info|db:title|db:subtitle|db:titleabbrev" mode="h:number"/>

<xsl:template match="db:book" mode="h:number">
	<xsl:for-each select="db:part">
		<xsl:call-template name="h:count">
			<xsl:with-param name="format" select="$part.numbers"/>
		</xsl:call-template>
	</xsl:for-each>
	<xsl:for-each select="db:reference|db:part/db:reference">
		<xsl:call-template name="h:count"><xsl:with-param name="format" select="'I'"/></xsl:call-template>
	</xsl:for-each>
	<xsl:for-each select="db:chapter|db:part/db:chapter|db:part/db:partintro/db:chapter">
		<xsl:call-template name="h:count">
			<xsl:with-param name="format" select="$chapter.numbers"/>
			<xsl:with-param name="walk" select="1"/>
		</xsl:call-template>
	</xsl:for-each>
	<xsl:for-each select="db:appendix|db:part/db:appendix">
		<xsl:call-template name="h:count">
			<xsl:with-param name="format" select="$appendix.numbers"/>
			<xsl:with-param name="walk" select="1"/>
		</xsl:call-template>
	</xsl:for-each>
	<!-- articles are numbered within themselves -->
	<xsl:apply-templates select="db:article|db:part/db:article" mode="h:number"/>
	<!-- what has no number of its own shares one count over the book -->
	<xsl:variable name="rest" select="*[not(self::db:chapter or self::db:appendix or self::db:part
		or self::db:article)] | db:part/*[not(self::db:chapter or self::db:appendix
		or self::db:article)]"/>
	<xsl:call-template name="h:number-formal">
		<xsl:with-param name="in" select="$rest"/>
	</xsl:call-template>
	<xsl:for-each select="$rest">
		<xsl:call-template name="h:number-notes"/>
	</xsl:for-each>
</xsl:template>

<!-- A chapter or the like: its label by position, then (walk) what it holds. -->
<xsl:template name="h:count">
	<xsl:param name="format"/>
	<xsl:param name="walk"/>
	<xsl:variable name="label">
		<xsl:choose>
			<xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
			<xsl:otherwise>
				<xsl:call-template name="h:number">
					<xsl:with-param name="n" select="position()"/>
					<xsl:with-param name="format" select="$format"/>
					<xsl:with-param name="by" select="'letters.appendix'"/>
				</xsl:call-template>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<h:n i="{generate-id()}" l="{$label}"/>
	<xsl:if test="$walk">
		<xsl:call-template name="h:number-content">
			<xsl:with-param name="label">
				<!-- 第十二章 has the section 12.1 -->
				<xsl:choose>
					<xsl:when test="$format = '一' and not(@label)"><xsl:value-of select="position()"/></xsl:when>
					<xsl:otherwise><xsl:value-of select="$label"/></xsl:otherwise>
				</xsl:choose>
			</xsl:with-param>
		</xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- Sections, formal objects and notes of one component. -->
<xsl:template name="h:number-content">
	<xsl:param name="label"/>
	<xsl:variable name="prefix">
		<xsl:if test="$label != ''"><xsl:value-of select="concat($label, '.')"/></xsl:if>
	</xsl:variable>
	<xsl:if test="self::db:article or $label != '' or self::db:section or self::db:sect1 or self::db:topic">
		<xsl:for-each select="db:section|db:sect1|db:sect2">
			<xsl:call-template name="h:number-section">
				<xsl:with-param name="prefix" select="$prefix"/>
			</xsl:call-template>
		</xsl:for-each>
	</xsl:if>
	<xsl:for-each select="self::db:article/db:appendix">
		<xsl:variable name="own">
			<xsl:call-template name="h:number">
				<xsl:with-param name="n" select="position()"/>
				<xsl:with-param name="format" select="$appendix.numbers"/>
				<xsl:with-param name="by" select="'letters.appendix'"/>
			</xsl:call-template>
		</xsl:variable>
		<h:n i="{generate-id()}" l="{$own}"/>
		<xsl:for-each select="db:section|db:sect1">
			<xsl:call-template name="h:number-section">
				<xsl:with-param name="prefix" select="concat($own, '.')"/>
			</xsl:call-template>
		</xsl:for-each>
	</xsl:for-each>
	<xsl:call-template name="h:number-formal">
		<xsl:with-param name="prefix" select="$prefix"/>
	</xsl:call-template>
	<xsl:call-template name="h:number-notes"/>
</xsl:template>

<xsl:template name="h:number-section">
	<xsl:param name="prefix"/>
	<xsl:param name="level" select="1"/>
	<xsl:variable name="n">
		<xsl:choose>
			<xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
			<xsl:otherwise><xsl:value-of select="concat($prefix, position())"/></xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<h:n i="{generate-id()}" l="{$n}"/>
	<xsl:if test="$level &lt; $section.numbers">
		<xsl:for-each select="db:section|db:sect2|db:sect3|db:sect4|db:sect5">
			<xsl:call-template name="h:number-section">
				<xsl:with-param name="prefix" select="concat($n, '.')"/>
				<xsl:with-param name="level" select="$level + 1"/>
			</xsl:call-template>
		</xsl:for-each>
	</xsl:if>
</xsl:template>

<!-- A group counts as what it holds; that is counted by letters within it. -->
<xsl:variable name="h:has-groups" select="boolean(/descendant::db:formalgroup)"/>
<func:function name="f:formal">
	<xsl:param name="group"/>
	<func:result select="$group/db:figure|$group/db:table|$group/db:example|$group/db:equation"/>
</func:function>
<xsl:template name="h:number-one">
	<xsl:param name="n"/>
	<h:n i="{generate-id()}" l="{$n}"/>
	<xsl:for-each select="self::db:formalgroup/*[self::db:figure or self::db:table or self::db:example or self::db:equation]">
		<xsl:variable name="letter"><xsl:number value="position()" format="a"/></xsl:variable>
		<h:n i="{generate-id()}" l="{$n}{$letter}"/>
	</xsl:for-each>
</xsl:template>

<!-- Asked with descendant:: and not with //: that gathers every node of all parts first, and looks
     for each whether it is there twice. -->
<xsl:template name="h:number-formal">
	<xsl:param name="prefix"/>
	<xsl:param name="in" select="."/>
	<xsl:for-each select="$in/descendant::db:figure[not(parent::db:formalgroup)]|$in[$h:has-groups]/descendant::db:formalgroup[f:formal(.)[1]/self::db:figure]">
		<xsl:call-template name="h:number-one"><xsl:with-param name="n" select="concat($prefix, position())"/></xsl:call-template>
	</xsl:for-each>
	<xsl:for-each select="$in/descendant::db:table[not(parent::db:formalgroup)]|$in[$h:has-groups]/descendant::db:formalgroup[f:formal(.)[1]/self::db:table]">
		<xsl:call-template name="h:number-one"><xsl:with-param name="n" select="concat($prefix, position())"/></xsl:call-template>
	</xsl:for-each>
	<xsl:for-each select="$in/descendant::db:example[not(parent::db:formalgroup)]|$in[$h:has-groups]/descendant::db:formalgroup[f:formal(.)[1]/self::db:example]">
		<xsl:call-template name="h:number-one"><xsl:with-param name="n" select="concat($prefix, position())"/></xsl:call-template>
	</xsl:for-each>
	<xsl:for-each select="$in/descendant::db:equation[not(parent::db:formalgroup)]|$in[$h:has-groups]/descendant::db:formalgroup[f:formal(.)[1]/self::db:equation]">
		<xsl:call-template name="h:number-one"><xsl:with-param name="n" select="concat($prefix, position())"/></xsl:call-template>
	</xsl:for-each>
	<xsl:for-each select="$in/descendant::db:procedure[db:title or db:info/db:title]">
		<h:n i="{generate-id()}" l="{$prefix}{position()}"/>
	</xsl:for-each>
</xsl:template>

<!-- Footnotes count through a component; those of tables have letters of their own. -->
<xsl:template name="h:number-notes">
	<xsl:for-each select="descendant::db:footnote[not(ancestor::db:table or ancestor::db:informaltable)]">
		<h:n i="{generate-id()}" l="{position()}"/>
	</xsl:for-each>
	<xsl:for-each select=".//db:table|.//db:informaltable">
		<xsl:for-each select=".//db:footnote">
			<xsl:variable name="letter"><xsl:number value="position()" format="a"/></xsl:variable>
			<h:n i="{generate-id()}" l="{$letter}"/>
		</xsl:for-each>
	</xsl:for-each>
</xsl:template>

<!-- ==== looking a label up ==== -->
<!-- The bare label of an element, "" where it has none: "3.2", "IV", "b". -->
<xsl:template match="*" mode="h:label">
	<xsl:variable name="i" select="generate-id()"/>
	<xsl:variable name="n">
		<xsl:for-each select="$h:numbers">
			<xsl:value-of select="key('h:n', $i)[1]/@l"/>
		</xsl:for-each>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
		<xsl:when test="$n != ''">
			<xsl:call-template name="h:digits"><xsl:with-param name="n" select="$n"/></xsl:call-template>
		</xsl:when>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:footnote" mode="h:label">
	<xsl:variable name="i" select="generate-id()"/>
	<xsl:choose>
		<xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="h:digits">
				<xsl:with-param name="n">
					<xsl:for-each select="$h:numbers"><xsl:value-of select="key('h:n', $i)[1]/@l"/></xsl:for-each>
				</xsl:with-param>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:footnoteref" mode="h:label">
	<xsl:choose>
		<xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
		<xsl:otherwise>
			<xsl:apply-templates select="key('h:id', @linkend)" mode="h:label"/>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== ordered lists ==== -->
<!-- The number of a list's first item: startingnumber, or after the list it continues. -->
<xsl:template name="h:first-number">
	<!-- <?dbfo start="3"?>, <?dbhtml start="3"?> -->
	<xsl:variable name="said" select="processing-instruction()[contains(concat(' ', .), ' start=')]"/>
	<xsl:choose>
		<xsl:when test="@startingnumber"><xsl:value-of select="@startingnumber"/></xsl:when>
		<xsl:when test="$said and number(f:said($said, 'start')) &gt;= 0"><xsl:value-of select="f:said($said, 'start')"/></xsl:when>
		<xsl:when test="@continuation = 'continues'">
			<xsl:variable name="before" select="preceding::db:orderedlist[not(ancestor::db:orderedlist)
				or count(ancestor::db:orderedlist) = count(current()/ancestor::db:orderedlist)][1]"/>
			<xsl:variable name="last">
				<xsl:for-each select="$before/db:listitem[last()]"><xsl:call-template name="h:item-number"/></xsl:for-each>
			</xsl:variable>
			<xsl:value-of select="sum(exsl:node-set($last)/text()) + 1"/>
		</xsl:when>
		<xsl:otherwise>1</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The number of an item: what override says, and counted on from there. -->
<xsl:template name="h:item-number">
	<xsl:param name="first"><xsl:for-each select=".."><xsl:call-template name="h:first-number"/></xsl:for-each></xsl:param>
	<xsl:variable name="said" select="(.|preceding-sibling::db:listitem)[@override][last()]"/>
	<xsl:choose>
		<xsl:when test="$said"><xsl:value-of select="$said/@override + count(preceding-sibling::db:listitem) - count($said/preceding-sibling::db:listitem)"/></xsl:when>
		<xsl:otherwise><xsl:value-of select="$first + count(preceding-sibling::db:listitem)"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- xsl:number's format for a list: numeration, else by depth 1 a i A I. -->
<xsl:template name="h:list-format">
	<xsl:variable name="depth" select="count(ancestor::db:orderedlist) mod 5"/>
	<xsl:choose>
		<xsl:when test="@numeration = 'arabic'">1</xsl:when>
		<xsl:when test="@numeration = 'loweralpha'">a</xsl:when>
		<xsl:when test="@numeration = 'upperalpha'">A</xsl:when>
		<xsl:when test="@numeration = 'lowerroman'">i</xsl:when>
		<xsl:when test="@numeration = 'upperroman'">I</xsl:when>
		<xsl:otherwise><xsl:value-of select="substring('1aiAI', $depth + 1, 1)"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<!-- Whose letters: where the author asks for letters, or where the depth alone brings them. -->
<xsl:template name="h:list-letters">
	<xsl:text>letters</xsl:text>
	<xsl:if test="not(@numeration)">.outline</xsl:if>
</xsl:template>

<!--
  Legal numbering: an outermost orderedlist with role="legal" (or "paragraphs") numbers its
  items 1., 1.1, (a), (i) by depth.  The label names the item wholly: "1.1(a)(i)".
-->
<xsl:template name="h:is-legal">
	<xsl:if test="ancestor-or-self::db:orderedlist[@role = 'legal' or @role = 'paragraphs']">1</xsl:if>
</xsl:template>

<xsl:template name="h:legal-part">
	<xsl:param name="n"/>
	<xsl:param name="depth"/>
	<xsl:param name="above"/>
	<xsl:choose>
		<xsl:when test="$depth = 1"><xsl:call-template name="h:digits"><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:when>
		<xsl:when test="$depth = 2"><xsl:call-template name="h:digits"><xsl:with-param name="n" select="concat($above, '.', $n)"/></xsl:call-template></xsl:when>
		<xsl:when test="$depth = 3">
			<xsl:text>(</xsl:text>
			<xsl:call-template name="h:number">
				<xsl:with-param name="n" select="$n"/>
				<xsl:with-param name="format" select="'a'"/>
				<xsl:with-param name="by" select="'letters.outline'"/>
			</xsl:call-template>
			<xsl:text>)</xsl:text>
		</xsl:when>
		<xsl:otherwise>(<xsl:number value="$n" format="i"/>)</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- The number of a list item as a cross reference says it: "4", "b", "1.1(a)". -->
<xsl:template match="db:orderedlist/db:listitem" mode="h:label">
	<xsl:param name="whole" select="1"/>
	<xsl:variable name="legal">
		<xsl:for-each select=".."><xsl:call-template name="h:is-legal"/></xsl:for-each>
	</xsl:variable>
	<xsl:variable name="n"><xsl:call-template name="h:item-number"/></xsl:variable>
	<xsl:variable name="format">
		<xsl:for-each select=".."><xsl:call-template name="h:list-format"/></xsl:for-each>
	</xsl:variable>
	<xsl:variable name="shown">
		<xsl:choose>
			<xsl:when test="$legal != ''">
				<xsl:variable name="depth" select="count(ancestor::db:orderedlist)"/>
				<xsl:if test="$whole and $depth &gt; 2">
					<xsl:apply-templates select="../ancestor::db:listitem[parent::db:orderedlist][1]"
						mode="h:label"/>
				</xsl:if>
				<xsl:call-template name="h:legal-part">
					<xsl:with-param name="n" select="$n"/>
					<xsl:with-param name="depth" select="$depth"/>
					<xsl:with-param name="above">
						<xsl:if test="$depth = 2">
							<xsl:apply-templates mode="h:label"
								select="../ancestor::db:listitem[parent::db:orderedlist][1]"/>
						</xsl:if>
					</xsl:with-param>
				</xsl:call-template>
			</xsl:when>
			<xsl:otherwise>
				<xsl:if test="../@inheritnum = 'inherit' and ../ancestor::db:listitem[parent::db:orderedlist]">
					<xsl:apply-templates mode="h:label"
						select="../ancestor::db:listitem[parent::db:orderedlist][1]"/>
					<xsl:text>.</xsl:text>
				</xsl:if>
				<xsl:call-template name="h:number">
					<xsl:with-param name="n" select="$n"/>
					<xsl:with-param name="format" select="$format"/>
					<xsl:with-param name="by"><xsl:for-each select=".."><xsl:call-template name="h:list-letters"/></xsl:for-each></xsl:with-param>
				</xsl:call-template>
			</xsl:otherwise>
		</xsl:choose>
	</xsl:variable>
	<xsl:call-template name="h:digits"><xsl:with-param name="n" select="string($shown)"/></xsl:call-template>
</xsl:template>

<!-- Steps as a cross reference says them: "2", "2.a", "2.a.ii"; alternatives are the step that holds them. -->
<xsl:template match="db:stepalternatives/db:step" mode="h:label" priority="1">
	<xsl:apply-templates select="ancestor::db:step[1]" mode="h:label"/>
</xsl:template>
<xsl:template match="db:step" mode="h:label">
	<xsl:if test="parent::db:substeps">
		<xsl:apply-templates select="ancestor::db:step[1]" mode="h:label"/>
		<xsl:text>.</xsl:text>
	</xsl:if>
	<xsl:call-template name="h:step-number"/>
</xsl:template>
<xsl:template name="h:step-number">
	<xsl:param name="n" select="1 + count(preceding-sibling::db:step)"/>
	<xsl:call-template name="h:number">
		<xsl:with-param name="n" select="$n"/>
		<xsl:with-param name="format" select="substring('1aiAI', count(ancestor::db:substeps) mod 5 + 1, 1)"/>
		<xsl:with-param name="by" select="'letters.outline'"/>
	</xsl:call-template>
</xsl:template>

<!-- ==== lines of listings ==== -->
<!-- The number of the first: startinglinenumber, or after the listing that it continues. -->
<xsl:template name="h:first-line">
	<xsl:variable name="before" select="preceding::*[name() = name(current())][@linenumbering = 'numbered'][1]"/>
	<xsl:choose>
		<xsl:when test="@startinglinenumber"><xsl:value-of select="@startinglinenumber"/></xsl:when>
		<xsl:when test="@continuation = 'continues' and $before">
			<xsl:variable name="first"><xsl:for-each select="$before"><xsl:call-template name="h:first-line"/></xsl:for-each></xsl:variable>
			<!-- a line end at the beginning or the end begins no line -->
			<xsl:value-of select="$first + 1 + string-length($before) - string-length(translate($before, '&#10;', ''))
				- starts-with($before, '&#10;') - (substring($before, string-length($before)) = '&#10;')"/>
		</xsl:when>
		<xsl:otherwise>1</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Callouts count within their list or their block of code. -->
<xsl:template match="db:co" mode="h:label">
	<xsl:choose>
		<xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
		<xsl:otherwise>
			<xsl:number level="any" count="db:co"
				from="db:programlisting|db:screen|db:literallayout|db:synopsis"/>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:areaset" mode="h:label">
	<xsl:value-of select="1 + count(preceding-sibling::db:area|preceding-sibling::db:areaset)"/>
</xsl:template>
<xsl:template match="db:area" mode="h:label">
	<xsl:choose>
		<xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
		<xsl:when test="parent::db:areaset"><xsl:apply-templates select=".." mode="h:label"/></xsl:when>
		<xsl:otherwise>
			<xsl:value-of select="1 + count(preceding-sibling::db:area|preceding-sibling::db:areaset)"/>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Questions and answers. -->
<xsl:template match="db:qandaentry" mode="h:label">
	<xsl:choose>
		<xsl:when test="db:question/db:label"><xsl:value-of select="db:question/db:label"/></xsl:when>
		<xsl:otherwise>
			<xsl:if test="parent::db:qandadiv">
				<xsl:apply-templates select=".." mode="h:label"/>
				<xsl:text>.</xsl:text>
			</xsl:if>
			<xsl:call-template name="h:digits"><xsl:with-param name="n" select="1 + count(preceding-sibling::db:qandaentry)"/></xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:question|db:answer" mode="h:label">
	<xsl:apply-templates select=".." mode="h:label"/>
</xsl:template>
<!-- What stands before a question or an answer: the author's label, "Q:", "1.", or nothing. -->
<xsl:template name="h:qanda-label">
	<xsl:variable name="how" select="ancestor::db:qandaset[1]/@defaultlabel"/>
	<xsl:choose>
		<xsl:when test="db:label"><xsl:apply-templates select="db:label/node()"/></xsl:when>
		<xsl:when test="$how = 'none'"/>
		<xsl:when test="$how = 'qanda'"><xsl:call-template name="h:text"><xsl:with-param name="k" select="local-name()"/></xsl:call-template></xsl:when>
		<xsl:when test="self::db:question"><xsl:apply-templates select="." mode="h:label"/><xsl:text>.</xsl:text></xsl:when>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:qandadiv" mode="h:label">
	<xsl:if test="parent::db:qandadiv">
		<xsl:apply-templates select=".." mode="h:label"/>
		<xsl:text>.</xsl:text>
	</xsl:if>
	<xsl:call-template name="h:digits"><xsl:with-param name="n" select="1 + count(preceding-sibling::db:qandadiv)"/></xsl:call-template>
</xsl:template>

<!-- ==== the label as it is written: "Chapter 3", "第3章", "Table 3.1" ==== -->
<!-- lang: of the text that speaks of it, its own where none is given -->
<xsl:template match="*" mode="h:full-label">
	<xsl:param name="lang"/>
	<xsl:call-template name="h:label-as">
		<xsl:with-param name="k" select="concat('label.', local-name())"/>
		<xsl:with-param name="lang" select="$lang"/>
	</xsl:call-template>
</xsl:template>
<xsl:template match="db:sect1|db:sect2|db:sect3|db:sect4|db:sect5|db:section|db:simplesect|db:refsection"
	mode="h:full-label">
	<xsl:param name="lang"/>
	<xsl:call-template name="h:label-as">
		<xsl:with-param name="k" select="'label.section'"/>
		<xsl:with-param name="lang" select="$lang"/>
	</xsl:call-template>
</xsl:template>
<xsl:template match="db:formalgroup" mode="h:full-label">
	<xsl:param name="lang"/>
	<xsl:call-template name="h:label-as">
		<xsl:with-param name="k" select="concat('label.', local-name(f:formal(.)[1]))"/>
		<xsl:with-param name="lang" select="$lang"/>
	</xsl:call-template>
</xsl:template>
<xsl:template name="h:label-as">
	<xsl:param name="k"/>
	<xsl:param name="lang"/>
	<xsl:variable name="n"><xsl:call-template name="h:label-in"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:variable>
	<xsl:if test="$n != ''">
		<xsl:variable name="of">
			<xsl:value-of select="$lang"/>
			<xsl:if test="$lang = ''"><xsl:call-template name="h:lang"/></xsl:if>
		</xsl:variable>
		<xsl:variable name="pattern">
			<xsl:call-template name="h:text">
				<xsl:with-param name="k" select="$k"/>
				<xsl:with-param name="lang" select="string($of)"/>
			</xsl:call-template>
		</xsl:variable>
		<xsl:choose>
			<xsl:when test="$pattern != ''">
				<xsl:call-template name="h:replace">
					<xsl:with-param name="text" select="string($pattern)"/>
					<xsl:with-param name="what" select="'%n'"/>
					<xsl:with-param name="with" select="$n"/>
				</xsl:call-template>
			</xsl:when>
			<xsl:otherwise><xsl:value-of select="$n"/></xsl:otherwise>
		</xsl:choose>
	</xsl:if>
</xsl:template>

<!-- The bare label with the digits of another language. -->
<xsl:template name="h:label-in">
	<xsl:param name="lang"/>
	<xsl:variable name="own"><xsl:call-template name="h:lang"/></xsl:variable>
	<xsl:variable name="n"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
	<xsl:choose>
		<xsl:when test="$lang = '' or $lang = $own"><xsl:value-of select="$n"/></xsl:when>
		<xsl:otherwise>
			<xsl:variable name="from"><xsl:call-template name="h:digits-of"/></xsl:variable>
			<xsl:variable name="to"><xsl:call-template name="h:digits-of"><xsl:with-param name="lang" select="string($lang)"/></xsl:call-template></xsl:variable>
			<xsl:value-of select="translate($n, $from, $to)"/>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- <?dbfo linenumbering.everyNth="5"?>: which of them show their numbers -->
<xsl:template name="h:every-line">
	<xsl:param name="target"/>
	<xsl:variable name="said" select="number(f:said(processing-instruction()[name() = $target or name() = 'db'], 'linenumbering.everyNth'))"/>
	<xsl:choose>
		<xsl:when test="$said &gt; 1"><xsl:value-of select="floor($said)"/></xsl:when>
		<xsl:otherwise>1</xsl:otherwise>
	</xsl:choose>
</xsl:template>

</xsl:stylesheet>
