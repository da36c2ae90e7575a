<?xml version="1.0" encoding="UTF-8"?>
<!-- names.xsl - what files are called beside the pages, which page is which -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
  extension-element-prefixes="func" exclude-result-prefixes="h f">

  <!-- A picture's: nothing leads up and out of their folder. -->
  <func:function name="f:media-file">
    <xsl:param name="data"/>
    <func:result select="h:replace(h:replace(string($data/@fileref), '^/+', ''), '\.\./', 'up/')"/>
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
