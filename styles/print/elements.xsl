<?xml version="1.0" encoding="UTF-8"?>
<!-- elements.xsl - all elements in print; print.xsl imports them, so that it may set what they make
     in another direction -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="pages.xsl"/>
<xsl:include href="front.xsl"/>
<xsl:include href="contents.xsl"/>
<xsl:include href="divisions.xsl"/>
<xsl:include href="blocks.xsl"/>
<xsl:include href="lists.xsl"/>
<xsl:include href="simplelists.xsl"/>
<xsl:include href="tables.xsl"/>
<xsl:include href="columns.xsl"/>
<xsl:include href="graphics.xsl"/>
<xsl:include href="math.xsl"/>
<xsl:include href="verbatim.xsl"/>
<xsl:include href="inlines.xsl"/>
<xsl:include href="xref.xsl"/>
<xsl:include href="reference.xsl"/>
<xsl:include href="synopses.xsl"/>
<xsl:include href="../common/inlines.xsl"/>
<xsl:include href="../common/synopses.xsl"/>
<xsl:include href="../common/entries.xsl"/>
<xsl:include href="back.xsl"/>

</xsl:stylesheet>
