<?xml version="1.0" encoding="UTF-8"?>
<!-- names.xsl - what files are called beside the pages, which page is which -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:handbook:xslt" xmlns:db="http://docbook.org/ns/docbook" xmlns:svg="http://www.w3.org/2000/svg" xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
  extension-element-prefixes="func" exclude-result-prefixes="h f db svg">

  <!-- A picture's: nothing leads up and out of their folder, nothing takes the name of a page or of
       what stands in assets/, no sign that a disk does not take. -->
  <func:function name="f:media-file">
    <xsl:param name="data"/>
    <xsl:variable name="file" select="h:replace(h:replace(h:replace(string($data/@fileref), '^/+', ''), '\.\./', 'up/'), '[:\\*?&quot;&lt;>|]', '_')"/>
    <!-- what stands in the book itself is numbered -->
    <xsl:variable name="n"><xsl:if test="$data/svg:svg or starts-with($data/@fileref, 'data:')"><xsl:value-of select="1 + count($data/preceding::db:imagedata[svg:svg or starts-with(@fileref, 'data:')])"/></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="$data/svg:svg"><func:result select="concat('media/drawing-', $n, '.svg')"/></xsl:when>
      <xsl:when test="starts-with($data/@fileref, 'data:')"><func:result select="concat('media/picture-', $n, '.', h:replace(h:replace(substring-after(substring-before(translate($data/@fileref, ',', ';'), ';'), '/'), '\+.*', ''), '[^a-z0-9]', ''))"/></xsl:when>
      <xsl:otherwise><func:result select="concat(substring('media/', 1, 6 * (not(contains($file, '/')) or h:replace($file, '^(?i:assets|media)/.*', '') = '')), $file)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The entry of a page in the list of pages. -->
  <func:function name="f:chunk">
    <xsl:param name="i"/>
    <xsl:for-each select="$h:chunk-list"><func:result select="key('h:chunk', $i)"/></xsl:for-each>
  </func:function>

  <!-- A page and all those above it. -->
  <func:function name="f:path">
    <xsl:param name="chunk"/>
    <xsl:choose>
      <xsl:when test="$chunk/@up != ''"><func:result select="$chunk|f:path(f:chunk(string($chunk/@up)))"/></xsl:when>
      <xsl:otherwise><func:result select="$chunk"/></xsl:otherwise>
    </xsl:choose>
  </func:function>
</xsl:stylesheet>
