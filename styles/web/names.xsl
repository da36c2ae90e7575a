<?xml version="1.0" encoding="UTF-8"?>
<!-- names.xsl - what files are called beside the pages -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
  extension-element-prefixes="func" exclude-result-prefixes="h f">

  <!-- A picture's: nothing leads up and out of their folder. -->
  <func:function name="f:media-file">
    <xsl:param name="data"/>
    <func:result select="h:replace(string($data/@fileref), '\.\./', 'up/')"/>
  </func:function>
</xsl:stylesheet>
