<?xml version="1.0" encoding="UTF-8"?>
<!--
  media.xsl - figures and pictures

  The picture is the first imageobject a browser shows; its description is the text object or
  alt.  mode="h:assets" lists the files that the program copies beside the pages.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="db h svg">

  <xsl:template match="db:figure">
    <figure>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'figure'"/></xsl:call-template>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info or self::db:caption)]"/>
      <figcaption>
        <xsl:call-template name="h:caption"/>
        <xsl:for-each select="db:caption|db:mediaobject/db:caption"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:for-each>
      </figcaption>
    </figure>
  </xsl:template>
  <xsl:template match="db:figure/db:mediaobject/db:caption"/>
  <xsl:template match="db:mediaobject/db:caption[not(../parent::db:figure)]"><div class="caption"><xsl:apply-templates/></div></xsl:template>

  <xsl:template match="db:mediaobject|db:mediaobjectco">
    <div><xsl:call-template name="h:common"><xsl:with-param name="class" select="'media'"/></xsl:call-template><xsl:call-template name="h:media"/><xsl:apply-templates select="db:caption"/></div>
  </xsl:template>
  <xsl:template match="db:inlinemediaobject"><span><xsl:call-template name="h:common"><xsl:with-param name="class" select="'inline-media'"/></xsl:call-template><xsl:call-template name="h:media"/></span></xsl:template>
  <xsl:template match="db:imageobject"><div class="media"><xsl:call-template name="h:image"><xsl:with-param name="data" select="db:imagedata"/><xsl:with-param name="alt" select="/.."/></xsl:call-template></div></xsl:template>
  <xsl:template match="db:imageobjectco"><xsl:apply-templates select="db:imageobject|db:calloutlist"/></xsl:template>
  <xsl:template match="db:screenshot|db:graphicco"><xsl:apply-templates/></xsl:template>

  <!-- Which imageobject: one marked for HTML, else one a browser knows, else the first. -->
  <xsl:template name="h:media">
    <xsl:variable name="images" select="(db:imageobject|db:imageobjectco/db:imageobject|db:alternatives/db:imageobject)/db:imagedata"/>
    <xsl:variable name="alt" select="(db:alt|db:textobject[db:phrase or db:para or db:simpara]|db:alternatives/db:textobject|parent::db:figure/db:alt)[1]"/>
    <xsl:variable name="html" select="$images[../@role = 'html' or ../@condition = 'html' or ../@role = 'web']"/>
    <xsl:variable name="usable" select="$images[not(../@role = 'fo' or ../@role = 'print' or ../@condition = 'print' or contains(@fileref, '.pdf') or contains(@fileref, '.eps'))]"/>
    <xsl:choose>
      <xsl:when test="$html"><xsl:call-template name="h:image"><xsl:with-param name="data" select="$html[1]"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></xsl:when>
      <xsl:when test="$usable"><xsl:call-template name="h:image"><xsl:with-param name="data" select="$usable[1]"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></xsl:when>
      <xsl:when test="$images"><xsl:call-template name="h:image"><xsl:with-param name="data" select="$images[1]"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></xsl:when>
      <xsl:when test="db:videoobject/db:videodata/@fileref|db:audioobject/db:audiodata/@fileref">
        <a href="{(db:videoobject/db:videodata/@fileref|db:audioobject/db:audiodata/@fileref)[1]}"><xsl:choose><xsl:when test="$alt"><xsl:value-of select="normalize-space($alt)"/></xsl:when><xsl:otherwise><xsl:value-of select="(db:videoobject/db:videodata/@fileref|db:audioobject/db:audiodata/@fileref)[1]"/></xsl:otherwise></xsl:choose></a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="db:textobject/node()"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="db:imageobjectco/db:calloutlist"/>
  </xsl:template>
  <xsl:template match="db:textobject[parent::db:mediaobject or parent::db:inlinemediaobject or parent::db:table or parent::db:informaltable or parent::db:alternatives]"/>
  <xsl:template match="db:textobject"><xsl:apply-templates/></xsl:template>
  <xsl:template match="db:textdata"><a href="{@fileref}"><xsl:value-of select="@fileref"/></a></xsl:template>
  <xsl:template match="db:alt"/>

  <xsl:template name="h:image">
    <xsl:param name="data"/>
    <xsl:param name="alt"/>
    <xsl:choose>
      <xsl:when test="$data/svg:svg"><xsl:copy-of select="$data/svg:svg"/></xsl:when>
      <xsl:otherwise>
        <img src="{$data/@fileref}" alt="{normalize-space($alt)}">
          <xsl:if test="$data/@fileref and ancestor::db:figure"><xsl:attribute name="class">zoom</xsl:attribute></xsl:if>
          <xsl:if test="contains($data/@width, 'px') or ($data/@width and not(translate($data/@width, '0123456789', '') != ''))"><xsl:attribute name="width"><xsl:value-of select="translate($data/@width, 'px', '')"/></xsl:attribute></xsl:if>
        </img>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== files ==== -->
  <xsl:template match="node()" mode="h:assets"/>
  <xsl:template match="*" mode="h:assets"><xsl:apply-templates select="*" mode="h:assets"/></xsl:template>
  <xsl:template match="db:imagedata[@fileref]" mode="h:assets"><h:asset file="{@fileref}" from="{h:path(., @fileref)}"/></xsl:template>
</xsl:stylesheet>
