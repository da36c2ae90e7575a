<?xml version="1.0" encoding="UTF-8"?>
<!--
  theme.xsl - how the printed book looks: every size, colour, font and margin, once

  The idea: one column of serif text of about 70 characters stands 60 pt in from the edge of
  the type area; what a reader searches with (numbers of sections and of legal paragraphs)
  hangs in that margin, and wide tables and listings may use it.  Sizes follow a scale around
  11/15 pt; vertical distances are multiples of half a line, so that lines of facing pages
  meet.  One accent colour, for what leads the eye: openings, labels, links.

  A house style imports print.xsl and overrides variables or attribute sets of this file.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:h="urn:handbook:xslt" exclude-result-prefixes="h">

<!-- ==== parameters ==== -->
<xsl:param name="paper">a4</xsl:param>             <!-- a4 | letter -->
<xsl:param name="cover">1</xsl:param>              <!-- 0: a book without a cover page -->
<xsl:param name="toc.depth">2</xsl:param>          <!-- levels of sections in the contents -->
<xsl:param name="toc.lists">figure table example equation</xsl:param>  <!-- what is listed after the contents -->
<xsl:param name="xref.pages">1</xsl:param>         <!-- cross references name the page -->
<xsl:param name="float">auto</xsl:param>           <!-- auto: a figure may let the text behind it fill the page before it; none; top: figures and tables float to the top of a page; floatstyle says it for one -->
<xsl:param name="link.urls">0</xsl:param>          <!-- 1: addresses of links are printed -->

<!-- ==== page ==== -->
<xsl:variable name="page.width">
	<xsl:choose>
		<xsl:when test="$paper = 'letter'">612pt</xsl:when>
		<xsl:otherwise>595.276pt</xsl:otherwise>
	</xsl:choose>
</xsl:variable>
<xsl:variable name="page.height">
	<xsl:choose>
		<xsl:when test="$paper = 'letter'">792pt</xsl:when>
		<xsl:otherwise>841.89pt</xsl:otherwise>
	</xsl:choose>
</xsl:variable>
<!-- The type area is 420 pt wide and a whole number of 15 pt lines high (42; letter: 39). -->
<xsl:variable name="margin.inner">76pt</xsl:variable>
<xsl:variable name="margin.outer">
	<xsl:choose>
		<xsl:when test="$paper = 'letter'">116pt</xsl:when>
		<xsl:otherwise>99.276pt</xsl:otherwise>
	</xsl:choose>
</xsl:variable>
<xsl:variable name="margin.top">92pt</xsl:variable>
<xsl:variable name="margin.bottom">
	<xsl:choose>
		<xsl:when test="$paper = 'letter'">115pt</xsl:when>
		<xsl:otherwise>119.89pt</xsl:otherwise>
	</xsl:choose>
</xsl:variable>
<xsl:variable name="type.width">420pt</xsl:variable>
<xsl:variable name="type.height">
	<xsl:choose>
		<xsl:when test="$paper = 'letter'">585pt</xsl:when>
		<xsl:otherwise>630pt</xsl:otherwise>
	</xsl:choose>
</xsl:variable>
<xsl:variable name="head.top">44pt</xsl:variable>      <!-- paper's edge to running head -->
<xsl:variable name="head.extent">30pt</xsl:variable>
<xsl:variable name="foot.bottom">56pt</xsl:variable>   <!-- paper's edge to drop folio -->
<xsl:variable name="foot.extent">28pt</xsl:variable>
<xsl:variable name="column.gap">20pt</xsl:variable>    <!-- between the columns of the index -->

<!-- ==== colours ==== -->
<xsl:variable name="ink">#111111</xsl:variable>
<xsl:variable name="grey">#5b6468</xsl:variable>
<xsl:variable name="rule">#b9c2c6</xsl:variable>
<xsl:variable name="tint">#f1f5f6</xsl:variable>
<xsl:variable name="accent">#0c5468</xsl:variable>
<xsl:variable name="alarm">#9a2f20</xsl:variable>      <!-- warnings only -->
<xsl:variable name="paper.colour">#ffffff</xsl:variable>

<!-- ==== fonts ==== -->
<xsl:variable name="serif">Handbook Serif, serif</xsl:variable>
<xsl:variable name="sans">Handbook Sans, sans-serif</xsl:variable>
<xsl:variable name="mono">Handbook Mono, monospace</xsl:variable>

<!-- ==== sizes besides those of the styles below ==== -->
<xsl:variable name="size.small">9pt</xsl:variable>     <!-- serif: index, attributions, notes on people -->
<xsl:variable name="leading.small"><xsl:value-of select="format-number(12 * $tall, '0.##')"/>pt</xsl:variable>
<xsl:variable name="leading.index"><xsl:value-of select="format-number(11.5 * $tall, '0.##')"/>pt</xsl:variable>
<xsl:variable name="size.sans">9.5pt</xsl:variable>    <!-- sans within or beside text -->
<xsl:variable name="leading.sans"><xsl:value-of select="format-number(14 * $tall, '0.##')"/>pt</xsl:variable>
<xsl:variable name="size.display">11pt</xsl:variable>  <!-- people on cover and title page -->
<xsl:variable name="leading.display"><xsl:value-of select="format-number(17 * $tall, '0.##')"/>pt</xsl:variable>
<xsl:variable name="hang.indent">24pt</xsl:variable>          <!-- turned lines of synopses, letters of legal paragraphs -->
<xsl:variable name="epigraph.left">90pt</xsl:variable>
<xsl:variable name="cover.right">72pt</xsl:variable>
<xsl:variable name="cover.top">224pt</xsl:variable>           <!-- paper's edge to title -->
<xsl:variable name="cover.top.drawing">134pt</xsl:variable>   <!-- the same above a drawing: mediaobject role="cover-drawing" -->
<xsl:variable name="picture.height">560pt</xsl:variable> <!-- a picture leaves room for its caption -->

<!-- ==== rhythm ==== -->
<xsl:variable name="line">15pt</xsl:variable>
<!-- Scripts with marks above and below, and those of full squares, want more between lines. -->
<xsl:template name="tall">
	<xsl:param name="lang"/>
	<xsl:variable name="first" select="substring-before(concat($lang, '-'), '-')"/>
	<xsl:variable name="rtl"><xsl:call-template name="h:is-rtl"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:variable>
	<xsl:choose>
		<xsl:when test="$rtl = 1">1.2</xsl:when>
		<xsl:when test="$first = 'ja' or $first = 'zh' or $first = 'ko'">1.17</xsl:when>
		<xsl:when test="$first = 'th' or $first = 'lo' or $first = 'ta'">1.23</xsl:when>
		<xsl:when test="contains(' as bn brx doi gu hi kn kok mai ml mr ne or pa sa si te ', concat(' ', $first, ' '))">1.2</xsl:when>
		<xsl:when test="$first = 'km' or $first = 'my'">1.37</xsl:when>
		<xsl:when test="$first = 'vi'">1.07</xsl:when>
		<xsl:otherwise>1</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:variable name="tall"><xsl:call-template name="tall"><xsl:with-param name="lang" select="$h:book-lang"/></xsl:call-template></xsl:variable>
<xsl:variable name="leading"><xsl:value-of select="format-number(15 * $tall, '0.##')"/>pt</xsl:variable>
<xsl:variable name="half">7.5pt</xsl:variable>
<xsl:variable name="quarter">3.75pt</xsl:variable>
<xsl:variable name="three-quarters">11.25pt</xsl:variable>
<xsl:variable name="indent">60pt</xsl:variable>        <!-- text column within the type area -->
<xsl:variable name="indent.back">-60pt</xsl:variable>
<xsl:variable name="list.step">18pt</xsl:variable>     <!-- label to body of a list -->
<xsl:variable name="list.gap">5pt</xsl:variable>
<xsl:variable name="list.give">5.5pt</xsl:variable>      <!-- most between items, to fill a page -->

<!-- ==== text ==== -->
<xsl:attribute-set name="text">
	<xsl:attribute name="font-family"><xsl:value-of select="$serif"/></xsl:attribute>
	<xsl:attribute name="font-size">11pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="$leading"/></xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$ink"/></xsl:attribute>
	<xsl:attribute name="text-align">justify</xsl:attribute>
	<xsl:attribute name="hyphenate">true</xsl:attribute>
	<xsl:attribute name="hyphenation-remain-character-count">2</xsl:attribute>
	<xsl:attribute name="hyphenation-push-character-count">3</xsl:attribute>
	<xsl:attribute name="hyphenation-ladder-count">2</xsl:attribute>
	<xsl:attribute name="widows">2</xsl:attribute>
	<xsl:attribute name="orphans">2</xsl:attribute>
	<xsl:attribute name="line-height-shift-adjustment">disregard-shifts</xsl:attribute>
</xsl:attribute-set>

<xsl:attribute-set name="para">
	<xsl:attribute name="space-before">7.5pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">6.5pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">10pt</xsl:attribute>
</xsl:attribute-set>

<!-- What is never hyphenated nor justified. -->
<xsl:attribute-set name="unbroken">
	<xsl:attribute name="hyphenate">false</xsl:attribute>
	<xsl:attribute name="text-align">start</xsl:attribute>
</xsl:attribute-set>

<!-- ==== headings ==== -->
<xsl:attribute-set name="heading" use-attribute-sets="unbroken">
	<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
	<xsl:attribute name="font-weight">bold</xsl:attribute>
	<xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
	<xsl:attribute name="keep-together.within-column">always</xsl:attribute>
</xsl:attribute-set>

<!-- Part: stands alone, in the upper third. -->
<xsl:attribute-set name="part.heading" use-attribute-sets="heading">
	<xsl:attribute name="space-before">140pt</xsl:attribute>
	<xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
	<xsl:attribute name="space-after">42pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="part.label">
	<xsl:attribute name="font-size">14pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(22.5 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="font-weight">normal</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="part.title">
	<xsl:attribute name="font-size">32pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(38 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>

<!-- Chapter: label, title, 3 lines of air; nine lines in all for a title of one line. -->
<xsl:attribute-set name="chapter.heading" use-attribute-sets="heading">
	<xsl:attribute name="space-before">30pt</xsl:attribute>
	<xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
	<xsl:attribute name="space-after">45pt</xsl:attribute>
	<xsl:attribute name="space-after.conditionality">retain</xsl:attribute> <!-- above columns -->
</xsl:attribute-set>
<xsl:attribute-set name="chapter.label">
	<xsl:attribute name="font-size">12pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(22.5 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="font-weight">normal</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="chapter.title">
	<xsl:attribute name="font-size">26pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(37.5 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="subtitle" use-attribute-sets="unbroken">
	<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
	<xsl:attribute name="font-size">14pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(22.5 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="font-weight">normal</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$grey"/></xsl:attribute>
</xsl:attribute-set>

<!-- Sections: 45 pt, 37.5 pt, 30 pt with their spaces. -->
<xsl:attribute-set name="section1.heading" use-attribute-sets="heading">
	<xsl:attribute name="font-size">14.5pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(18.75 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="space-before">22.5pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">20pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">38pt</xsl:attribute>
	<xsl:attribute name="space-after">3.75pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="section2.heading" use-attribute-sets="heading">
	<xsl:attribute name="font-size">12pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(15 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="space-before">18.75pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">16.5pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">32pt</xsl:attribute>
	<xsl:attribute name="space-after">3.75pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="section3.heading" use-attribute-sets="heading">
	<xsl:attribute name="font-size">10.5pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(15 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="space-before">15pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">13pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">26pt</xsl:attribute>
	<xsl:attribute name="space-after">0pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="section4.heading" use-attribute-sets="section3.heading">
	<xsl:attribute name="font-size">11pt</xsl:attribute>
	<xsl:attribute name="font-weight">normal</xsl:attribute>
	<xsl:attribute name="font-style">italic</xsl:attribute>
	<xsl:attribute name="font-family"><xsl:value-of select="$serif"/></xsl:attribute>
</xsl:attribute-set>

<!-- Titles of blocks without a number: formal paragraphs, lists, letters of the index. -->
<xsl:attribute-set name="block.title" use-attribute-sets="heading">
	<xsl:attribute name="font-size">10pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(15 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="space-before">7.5pt</xsl:attribute>
</xsl:attribute-set>
<!-- Names below a heading, in whatever script: role="names". -->
<xsl:attribute-set name="names" use-attribute-sets="unbroken">
	<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
	<xsl:attribute name="font-size">19pt</xsl:attribute>
	<xsl:attribute name="line-height">33.75pt</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
	<xsl:attribute name="space-after">7.5pt</xsl:attribute>
	<xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
</xsl:attribute-set>
<!-- Labels that hang in the margin beside text: inline, so that baselines agree. -->
<xsl:attribute-set name="margin.label">
	<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
	<xsl:attribute name="font-size">9pt</xsl:attribute>
	<xsl:attribute name="font-weight">bold</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="letter" use-attribute-sets="heading">
	<xsl:attribute name="font-size">12pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(14 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
	<xsl:attribute name="space-before">15pt</xsl:attribute>
	<xsl:attribute name="space-after">3pt</xsl:attribute>
</xsl:attribute-set>

<!-- ==== figures, tables, examples ==== -->
<xsl:attribute-set name="formal">
	<xsl:attribute name="space-before">15pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">12pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">25pt</xsl:attribute>
	<xsl:attribute name="space-after">15pt</xsl:attribute>
	<xsl:attribute name="space-after.minimum">12pt</xsl:attribute>
	<xsl:attribute name="space-after.maximum">25pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="caption" use-attribute-sets="unbroken">
	<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
	<xsl:attribute name="font-size">8.5pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(11.5 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="caption.label">
	<xsl:attribute name="font-weight">bold</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
</xsl:attribute-set>

<xsl:attribute-set name="table.text">
	<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
	<xsl:attribute name="font-size">8.5pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(11.5 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="text-align">start</xsl:attribute>
	<xsl:attribute name="hyphenate">true</xsl:attribute>
</xsl:attribute-set>
<xsl:variable name="table.rule.strong" select="concat('0.8pt solid ', $ink)"/>
<xsl:variable name="table.rule.head" select="concat('0.5pt solid ', $ink)"/>
<xsl:variable name="table.rule" select="concat('0.35pt solid ', $rule)"/>
<xsl:variable name="form.row">17pt</xsl:variable>      <!-- least height of a row to be filled in -->
<xsl:variable name="form.tall">42pt</xsl:variable>     <!-- and of one with role="tall" -->
<xsl:variable name="cell.x">5pt</xsl:variable>
<xsl:variable name="cell.y">3pt</xsl:variable>

<!-- ==== code ==== -->
<xsl:attribute-set name="code" use-attribute-sets="unbroken">
	<xsl:attribute name="font-family"><xsl:value-of select="$mono"/></xsl:attribute>
	<xsl:attribute name="font-size">8pt</xsl:attribute>
	<xsl:attribute name="line-height">10.5pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="code.space">
	<xsl:attribute name="space-before">11.25pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">9pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">18pt</xsl:attribute>
	<xsl:attribute name="space-after">11.25pt</xsl:attribute>
	<xsl:attribute name="space-after.minimum">9pt</xsl:attribute>
	<xsl:attribute name="space-after.maximum">18pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="code.block" use-attribute-sets="code code.space">
	<xsl:attribute name="margin-left">0pt</xsl:attribute>
	<xsl:attribute name="margin-right">0pt</xsl:attribute>
	<xsl:attribute name="padding">5pt 8pt 5pt 8pt</xsl:attribute>
	<xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
	<xsl:attribute name="white-space-collapse">false</xsl:attribute>
	<xsl:attribute name="white-space-treatment">preserve</xsl:attribute>
	<xsl:attribute name="linefeed-treatment">preserve</xsl:attribute>
	<xsl:attribute name="wrap-option">wrap</xsl:attribute>
</xsl:attribute-set>
<xsl:variable name="code.columns" select="72"/>         <!-- characters of a listing that the text column has room for -->
<xsl:variable name="code.inline.size">0.88em</xsl:variable>

<!-- ==== set apart ==== -->
<xsl:attribute-set name="quotation">
	<xsl:attribute name="space-before">11.25pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">9pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">18pt</xsl:attribute>
	<xsl:attribute name="space-after">11.25pt</xsl:attribute>
	<xsl:attribute name="space-after.minimum">9pt</xsl:attribute>
	<xsl:attribute name="space-after.maximum">18pt</xsl:attribute>
	<xsl:attribute name="margin-left">18pt</xsl:attribute>
	<xsl:attribute name="margin-right">18pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="admonition">
	<xsl:attribute name="space-before">15pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">12pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">25pt</xsl:attribute>
	<xsl:attribute name="space-after">15pt</xsl:attribute>
	<xsl:attribute name="space-after.minimum">12pt</xsl:attribute>
	<xsl:attribute name="space-after.maximum">25pt</xsl:attribute>
	<xsl:attribute name="margin-left">0pt</xsl:attribute>
	<xsl:attribute name="margin-right">0pt</xsl:attribute>
	<xsl:attribute name="padding">7pt 10pt 7pt 10pt</xsl:attribute>
	<xsl:attribute name="border-start-width">2.5pt</xsl:attribute>
	<xsl:attribute name="border-start-style">solid</xsl:attribute>
	<xsl:attribute name="border-start-color"><xsl:value-of select="$accent"/></xsl:attribute>
	<xsl:attribute name="background-color"><xsl:value-of select="$tint"/></xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="admonition.label" use-attribute-sets="heading">
	<xsl:attribute name="font-size">9pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(14 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="sidebar">
	<xsl:attribute name="space-before">15pt</xsl:attribute>
	<xsl:attribute name="space-before.minimum">12pt</xsl:attribute>
	<xsl:attribute name="space-before.maximum">25pt</xsl:attribute>
	<xsl:attribute name="space-after">15pt</xsl:attribute>
	<xsl:attribute name="space-after.minimum">12pt</xsl:attribute>
	<xsl:attribute name="space-after.maximum">25pt</xsl:attribute>
	<xsl:attribute name="margin-left">0pt</xsl:attribute>
	<xsl:attribute name="margin-right">0pt</xsl:attribute>
	<xsl:attribute name="padding">7pt 10pt 7pt 10pt</xsl:attribute>
	<xsl:attribute name="border">0.5pt solid <xsl:value-of select="$rule"/></xsl:attribute>
	<xsl:attribute name="font-size">9.5pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(13 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>

<!-- ==== notes ==== -->
<xsl:attribute-set name="note.text">
	<xsl:attribute name="font-family"><xsl:value-of select="$serif"/></xsl:attribute>
	<xsl:attribute name="font-size">9pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(12 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="font-weight">normal</xsl:attribute>
	<xsl:attribute name="font-style">normal</xsl:attribute>
	<xsl:attribute name="text-align">justify</xsl:attribute>
	<xsl:attribute name="text-indent">0pt</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$ink"/></xsl:attribute>
	<xsl:attribute name="linefeed-treatment">treat-as-space</xsl:attribute>
	<xsl:attribute name="white-space-collapse">true</xsl:attribute>
	<xsl:attribute name="white-space-treatment">ignore-if-surrounding-linefeed</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="note.mark">
	<xsl:attribute name="font-size">0.7em</xsl:attribute>
	<xsl:attribute name="baseline-shift">super</xsl:attribute>
</xsl:attribute-set>

<!-- ==== running heads, contents, small print ==== -->
<xsl:attribute-set name="running" use-attribute-sets="unbroken">
	<xsl:attribute name="font-family"><xsl:value-of select="$sans"/></xsl:attribute>
	<xsl:attribute name="font-size">8pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(14 * $tall, '0.##')"/>pt</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$grey"/></xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="folio">
	<xsl:attribute name="font-weight">bold</xsl:attribute>
	<xsl:attribute name="color"><xsl:value-of select="$ink"/></xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="small" use-attribute-sets="unbroken">
	<xsl:attribute name="font-size">8.5pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(12 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="toc.text">
	<xsl:attribute name="font-size">10pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(13 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="toc.entry" use-attribute-sets="unbroken">
	<xsl:attribute name="text-align-last">justify</xsl:attribute>
	<xsl:attribute name="end-indent">28pt</xsl:attribute>
	<xsl:attribute name="last-line-end-indent">-28pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="link">
	<xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
</xsl:attribute-set>

<!-- ==== cover and title page ==== -->
<xsl:variable name="cover.colour" select="$accent"/>
<xsl:attribute-set name="cover.title" use-attribute-sets="heading">
	<xsl:attribute name="font-size">38pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(46 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>
<xsl:attribute-set name="title.title" use-attribute-sets="heading">
	<xsl:attribute name="font-size">32pt</xsl:attribute>
	<xsl:attribute name="line-height"><xsl:value-of select="format-number(40 * $tall, '0.##')"/>pt</xsl:attribute>
</xsl:attribute-set>

</xsl:stylesheet>
