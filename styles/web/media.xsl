<?xml version="1.0" encoding="UTF-8"?>
<!--
  media.xsl - figures and pictures

  The picture is the first imageobject a browser shows; its description is the text object or
  alt.  mode="h:assets" lists the files that the program copies beside the pages.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:svg="http://www.w3.org/2000/svg" xmlns:f="urn:handbook:functions"
  exclude-result-prefixes="db h f svg">

  <xsl:template match="db:figure">
    <figure>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'figure'"/></xsl:call-template>
      <xsl:apply-templates select="node()[not(self::db:title or self::db:info or self::db:caption)]"/>
      <figcaption>
        <xsl:call-template name="h:caption"/>
        <xsl:for-each select="db:caption|db:mediaobject/db:caption"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:for-each>
        <xsl:call-template name="h:block-info"/>
      </figcaption>
    </figure>
  </xsl:template>
  <xsl:template match="db:figure/db:mediaobject/db:caption"/>
  <xsl:template match="db:mediaobject/db:caption[not(../parent::db:figure)]"><div class="caption"><xsl:apply-templates/></div></xsl:template>

  <xsl:template match="db:mediaobject|db:mediaobjectco">
    <div>
      <xsl:call-template name="h:common"><xsl:with-param name="class"><xsl:text>media</xsl:text><xsl:call-template name="h:media-align"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="h:media"/>
      <xsl:apply-templates select="db:caption"/>
      <xsl:call-template name="h:block-info"/>
    </div>
  </xsl:template>
  <xsl:template name="h:media-align">
    <xsl:variable name="align" select="(descendant::db:imagedata/@align)[1]"/>
    <xsl:if test="$align = 'center' or $align = 'right'"><xsl:value-of select="concat(' align-', $align)"/></xsl:if>
  </xsl:template>
  <xsl:template match="db:inlinemediaobject"><span><xsl:call-template name="h:common"><xsl:with-param name="class" select="'inline-media'"/></xsl:call-template><xsl:call-template name="h:media"/></span></xsl:template>
  <xsl:template match="db:imageobject"><div class="media"><xsl:call-template name="h:image"><xsl:with-param name="data" select="db:imagedata[1]"/><xsl:with-param name="alt" select="/.."/></xsl:call-template></div></xsl:template>
  <xsl:template match="db:imageobjectco"><xsl:apply-templates select="db:imageobject|db:calloutlist"/></xsl:template>
  <xsl:template match="db:screenshot|db:graphicco"><div><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:call-template name="h:block-info"/><xsl:apply-templates select="node()[not(self::db:info)]"/></div></xsl:template>

  <!-- A film or sound the browser plays; else the imageobject marked for HTML, one a browser
       knows, the first; else the text. -->
  <xsl:template name="h:media">
    <xsl:variable name="objects" select=".|db:alternatives"/>
    <xsl:variable name="images" select="($objects/db:imageobject|$objects/db:imageobjectco/db:imageobject)/db:imagedata[not(@role = 'poster')]"/>
    <xsl:variable name="texts" select="$objects/db:textobject"/>
    <xsl:variable name="alt" select="(db:alt|parent::db:figure/db:alt|$texts[db:phrase]|$texts[not(db:phrase) and not(db:textdata)])[1]"/>
    <xsl:variable name="html" select="$images[../@role = 'html' or ../@condition = 'html' or ../@role = 'web' or ../@outputformat = 'online' or ../@outputformat = 'html']"/>
    <xsl:variable name="usable" select="$images[not(../@role = 'fo' or ../@role = 'print' or ../@condition = 'print' or ../@outputformat = 'print' or contains(@fileref, '.pdf') or contains(@fileref, '.eps'))]"/>
    <!-- one that is missing gives way to the next -->
    <xsl:variable name="meant" select="$html|$usable[not($html)]|$images[not($html or $usable)]"/>
    <xsl:variable name="there" select="f:there($meant)"/>
    <xsl:variable name="other" select="f:there($usable[not($there)])"/>
    <xsl:variable name="image" select="$there|$other|$meant[not($there or $other or $texts[not(db:phrase or db:textdata)])][1]"/>
    <xsl:choose>
      <xsl:when test="$objects/db:videoobject"><xsl:call-template name="h:player"><xsl:with-param name="object" select="($objects/db:videoobject)[1]"/><xsl:with-param name="poster" select="($objects/db:imageobject/db:imagedata/@fileref)[last()]"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></xsl:when>
      <xsl:when test="$objects/db:audioobject"><xsl:call-template name="h:player"><xsl:with-param name="object" select="($objects/db:audioobject)[1]"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></xsl:when>
      <xsl:when test="$image"><xsl:call-template name="h:image"><xsl:with-param name="data" select="$image"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$texts/node()"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$image or $objects/db:videoobject or $objects/db:audioobject">
      <xsl:apply-templates select="$texts[db:textdata]/node()"/>
      <!-- what says more than the words that stand in for the picture -->
      <xsl:variable name="more" select="$texts[count(.|$alt) = 2 or *[not(self::db:phrase or self::db:para or self::db:simpara)] or *[2]][not(db:textdata)][not(db:phrase) or *[2]]"/>
      <xsl:if test="$more and not(self::db:inlinemediaobject)">
        <details class="description">
          <summary><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'description'"/></xsl:call-template></summary>
          <xsl:apply-templates select="$more/node()"/>
        </details>
      </xsl:if>
    </xsl:if>
    <!-- whose it is, and what may be done with it -->
    <xsl:for-each select="($objects/*|$objects/db:imageobjectco/db:imageobject)[db:info or */db:info][not(self::db:textobject)][1]">
      <xsl:for-each select="(.|*)[db:info]"><div class="credit"><xsl:call-template name="h:info"/></div></xsl:for-each>
    </xsl:for-each>
    <xsl:apply-templates select="$objects/db:imageobjectco/db:calloutlist|db:calloutlist"/>
  </xsl:template>
  <xsl:template match="db:textobject[parent::db:mediaobject or parent::db:inlinemediaobject or parent::db:alternatives]"/>
  <xsl:template match="db:table/db:textobject|db:informaltable/db:textobject">
    <details class="description">
      <summary><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'description'"/></xsl:call-template></summary>
      <xsl:apply-templates/>
    </details>
  </xsl:template>
  <xsl:template match="db:textobject"><xsl:apply-templates/></xsl:template>
  <xsl:template match="db:textdata"><a href="{f:media-file(.)}"><xsl:value-of select="@fileref"/></a></xsl:template>
  <xsl:template match="db:alt"/>

  <xsl:template name="h:player">
    <xsl:param name="object"/>
    <xsl:param name="poster"/>
    <xsl:param name="alt"/>
    <xsl:variable name="data" select="$object/db:videodata|$object/db:audiodata"/>
    <xsl:variable name="here" select="$data[@fileref][h:exists(f:file(.))]"/>
    <xsl:choose>
      <xsl:when test="$here">
        <xsl:element name="{substring-before(local-name($object), 'object')}" namespace="http://www.w3.org/1999/xhtml">
          <xsl:attribute name="controls">controls</xsl:attribute>
          <xsl:attribute name="preload">none</xsl:attribute>
          <xsl:if test="$poster and $object/self::db:videoobject and h:exists(f:file($poster/..))"><xsl:attribute name="poster"><xsl:value-of select="f:media-file($poster/..)"/></xsl:attribute></xsl:if>
          <xsl:if test="$alt"><xsl:attribute name="aria-label"><xsl:value-of select="normalize-space($alt)"/></xsl:attribute></xsl:if>
          <xsl:for-each select="$here"><source src="{f:media-file(.)}"/></xsl:for-each>
          <xsl:for-each select="$here"><a href="{f:media-file(.)}"><xsl:value-of select="@fileref"/></a><xsl:text> </xsl:text></xsl:for-each>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="h:no-media"><xsl:with-param name="data" select="$data[1]"/><xsl:with-param name="words" select="normalize-space($alt)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A picture of a figure leads to itself at full size; where scripts run it opens in place. -->
  <xsl:template name="h:image">
    <xsl:param name="data"/>
    <xsl:param name="alt"/>
    <xsl:variable name="areas" select="($data/../../db:areaspec|db:areaspec[current()/self::db:mediaobjectco])//db:area"/>
    <xsl:variable name="there" select="$data/* or h:exists(f:file($data))"/>
    <xsl:variable name="placed" select="$areas[$there][ancestor-or-self::*[@units][1]/@units = 'calspair' or ancestor-or-self::*[@units][1]/@units = 'calspairs' or not(ancestor-or-self::*[@units])]"/>
    <xsl:choose>
      <xsl:when test="$placed">
        <div class="media-areas">
          <xsl:call-template name="h:picture"><xsl:with-param name="data" select="$data"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template>
          <svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" role="presentation"><xsl:apply-templates select="$placed" mode="h:area"/></svg>
        </div>
      </xsl:when>
      <xsl:when test="$data/@fileref and ancestor::db:figure and not(ancestor::db:link) and h:exists(f:file($data))">
        <a class="zoom" href="{f:media-file($data)}">
          <xsl:if test="normalize-space($alt) = ''">
            <xsl:attribute name="aria-label"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'picture'"/></xsl:call-template><xsl:for-each select="ancestor::db:figure[1]"><xsl:text>: </xsl:text><xsl:apply-templates select="." mode="h:plain-title"/></xsl:for-each></xsl:attribute>
          </xsl:if>
          <xsl:call-template name="h:picture"><xsl:with-param name="data" select="$data"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="h:picture"><xsl:with-param name="data" select="$data"/><xsl:with-param name="alt" select="$alt"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <!-- areas in units of a picture that is not known: their numbers beside it -->
    <xsl:if test="$areas[count(.|$placed) != count($placed)]">
      <p class="areas"><xsl:for-each select="$areas[count(.|$placed) != count($placed)]"><xsl:call-template name="h:callout-mark"/><xsl:text> </xsl:text></xsl:for-each></p>
    </xsl:if>
  </xsl:template>
  <xsl:template name="h:picture">
    <xsl:param name="data"/>
    <xsl:param name="alt"/>
    <xsl:choose>
      <!-- styles in a page would break the policy: such a drawing is a file of its own -->
      <xsl:when test="$data/svg:svg[descendant-or-self::*[@style or self::svg:style]]">
        <xsl:variable name="words"><xsl:apply-templates select="$alt/node()" mode="h:plain"/><xsl:if test="not($alt)"><xsl:value-of select="concat($data/svg:svg/svg:title, ' ', $data/svg:svg/svg:desc)"/></xsl:if></xsl:variable>
        <img src="{f:media-file($data)}" alt="{normalize-space($words)}">
          <xsl:call-template name="h:image-size"><xsl:with-param name="data" select="$data"/></xsl:call-template>
        </img>
      </xsl:when>
      <xsl:when test="$data/svg:svg"><xsl:copy-of select="$data/svg:svg"/></xsl:when>
      <xsl:when test="$data/*[not(self::db:info)]"><xsl:apply-templates select="$data/*[not(self::db:info)]"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="words"><xsl:apply-templates select="$alt/node()" mode="h:plain"/></xsl:variable>
        <xsl:choose>
          <xsl:when test="h:exists(f:file($data))">
            <img src="{f:media-file($data)}" alt="{normalize-space($words)}">
              <xsl:call-template name="h:image-size"><xsl:with-param name="data" select="$data"/></xsl:call-template>
            </img>
          </xsl:when>
          <xsl:when test="starts-with($data/@fileref, 'data:image/')"><img src="{f:media-file($data)}" alt="{normalize-space($words)}"><xsl:call-template name="h:image-size"><xsl:with-param name="data" select="$data"/></xsl:call-template></img></xsl:when>
          <!-- what is not there, or elsewhere in the world, is not asked for -->
          <xsl:otherwise><xsl:call-template name="h:no-media"><xsl:with-param name="data" select="$data"/><xsl:with-param name="words" select="normalize-space($words)"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="h:no-media">
    <xsl:param name="data"/>
    <xsl:param name="words"/>
    <xsl:variable name="text">
      <xsl:value-of select="$words"/>
      <xsl:if test="$words = ''"><xsl:value-of select="$data/@fileref"/></xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="contains($data/@fileref, '://')"><a class="media-missing" href="{$data/@fileref}"><xsl:value-of select="$text"/></a></xsl:when>
      <xsl:otherwise><span class="media-missing"><xsl:value-of select="$text"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How large the author wants it.  contentwidth, contentdepth and scale are the picture's; width
       and depth are a place that it fills.  A share of the column is a class; the rest is worked
       out where the size of the picture is known (src/web/html.c). -->
  <xsl:template name="h:image-size">
    <xsl:param name="data"/>
    <xsl:variable name="own" select="$data/@contentwidth|$data/@contentdepth|$data/@scale"/>
    <xsl:variable name="width" select="$data/@contentwidth|$data/@width[not($own or $data/@scalefit = 0)]"/>
    <xsl:variable name="depth" select="$data/@contentdepth|$data/@depth[not($own or $data/@scalefit = 0)]"/>
    <xsl:variable name="share" select="number(substring-before($width[not($own)], '%'))"/>
    <xsl:variable name="across" select="f:in-pixels($width)"/>
    <xsl:variable name="down" select="f:in-pixels($depth)"/>
    <xsl:variable name="scale" select="number(substring-before(concat($data/@contentwidth, $data/@contentdepth, $data/@scale[not($data/@contentwidth|$data/@contentdepth)], '%'), '%'))"/>
    <xsl:variable name="class">
      <xsl:if test="$own or $data/@scalefit = 0 or $across &gt; 0 or $down &gt; 0 or $share &gt; 0">sized </xsl:if>
      <xsl:if test="$share &gt; 0 and $share &lt;= 100"><xsl:value-of select="concat('w-', round($share + 0.49 * ($share &lt; 1)))"/></xsl:if>
      <xsl:if test="$own and $across &gt; 0 and $down &gt; 0">stretched</xsl:if>
    </xsl:variable>
    <xsl:if test="$class != ''"><xsl:attribute name="class"><xsl:value-of select="normalize-space($class)"/></xsl:attribute></xsl:if>
    <xsl:if test="$across &gt; 0"><xsl:attribute name="width"><xsl:value-of select="round($across)"/></xsl:attribute></xsl:if>
    <xsl:if test="$down &gt; 0 and not($share &gt; 0)"><xsl:attribute name="height"><xsl:value-of select="round($down)"/></xsl:attribute></xsl:if>
    <xsl:if test="$across &gt; 0 and $down &gt; 0 and not($own)"><xsl:attribute name="data-fit">1</xsl:attribute></xsl:if>
    <xsl:if test="$own and $scale &gt; 0 and not($across &gt; 0 or $down &gt; 0)"><xsl:attribute name="data-scale"><xsl:value-of select="round($scale)"/></xsl:attribute></xsl:if>
  </xsl:template>
  <!-- An area of a picture: a number where it stands; coordinates are hundredths of a per cent
       from the lower left. -->
  <xsl:template match="db:area" mode="h:area">
    <xsl:variable name="from" select="substring-before(concat(normalize-space(@coords), ' '), ' ')"/>
    <xsl:variable name="to" select="substring-after(normalize-space(@coords), ' ')"/>
    <xsl:variable name="x" select="(substring-before(concat($from, ','), ',') + substring-before(concat($to, ','), ',')) div 200"/>
    <xsl:variable name="y" select="100 - (substring-after($from, ',') + substring-after($to, ',')) div 200"/>
    <xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
    <xsl:if test="$x &gt;= 0 and $y &gt;= 0">
      <g xmlns="http://www.w3.org/2000/svg" class="area">
        <xsl:call-template name="h:callout-id"/>
        <circle cx="{$x}%" cy="{$y}%" r="11"/>
        <text x="{$x}%" y="{$y}%"><xsl:value-of select="$label"/></text>
      </g>
    </xsl:if>
  </xsl:template>

  <!-- ==== files ==== -->
  <xsl:template match="node()" mode="h:assets"/>
  <xsl:template match="db:imagedata[starts-with(@fileref, 'data:image/')]" mode="h:assets" priority="2"><h:asset file="{f:media-file(.)}" from="{@fileref}"/></xsl:template>
  <xsl:template match="db:imagedata[svg:svg[descendant-or-self::*[@style or self::svg:style]]]" mode="h:assets" priority="1">
    <h:asset file="{f:media-file(.)}"><xsl:copy-of select="svg:svg"/></h:asset>
  </xsl:template>
  <xsl:template match="db:imagedata[@fileref]|db:videodata[@fileref]|db:audiodata[@fileref]|db:textdata[@fileref]" mode="h:assets">
    <xsl:if test="h:exists(f:file(.))"><h:asset file="{f:media-file(.)}" from="{f:file(.)}"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
