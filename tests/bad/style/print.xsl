<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:db="http://docbook.org/ns/docbook" xmlns:hb="urn:handbook:xslt">
<xsl:template match="/"><xsl:apply-templates select="//db:para"/></xsl:template>
<xsl:template match="db:para">
  <xsl:message>a remark</xsl:message>
  <xsl:value-of select="hb:report('warning', ., 'a warning')"/>
  <xsl:value-of select="hb:report('error', ., 'an error')"/>
  <xsl:call-template name="loop"/>
</xsl:template>
<xsl:template name="loop"><xsl:call-template name="loop"/></xsl:template>
</xsl:stylesheet>
