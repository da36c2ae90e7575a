<?xml version="1.0" encoding="UTF-8"?>
<!-- graphics.xsl - figures, media objects, equations -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt" xmlns:xlink="http://www.w3.org/1999/xlink"
	xmlns:f="urn:handbook:functions" xmlns:svg="http://www.w3.org/2000/svg" xmlns:m="http://www.w3.org/1998/Math/MathML"
	xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
	xmlns:fo="http://www.w3.org/1999/XSL/Format" exclude-result-prefixes="db h f svg m xlink">

<xsl:template match="db:figure"><xsl:call-template name="floating"/></xsl:template>
<xsl:template match="db:figure" mode="whole">
	<xsl:variable name="wide" select="(@pgwide = 1 or processing-instruction('dbfo')[contains(., 'pgwide=&quot;1&quot;')] or .//db:imagedata[@width = '100%']) and not(ancestor::db:listitem
		or ancestor::db:step or ancestor::db:sidebar or ancestor::db:entry)"/>
	<fo:block role="Div" xsl:use-attribute-sets="formal">
		<xsl:call-template name="keep"/>
		<xsl:if test="$wide"><xsl:attribute name="start-indent">0pt</xsl:attribute></xsl:if>
		<xsl:call-template name="target"/>
		<xsl:apply-templates/>
		<xsl:if test="db:title or db:info/db:title">
			<fo:block role="Caption" xsl:use-attribute-sets="caption" space-before="5pt"
				keep-with-previous.within-column="always">
				<xsl:call-template name="caption-line"/>
			</fo:block>
		</xsl:if>
		<xsl:call-template name="division-info"/>
	</fo:block>
</xsl:template>

<!-- ==== media objects: the first form that can be printed ==== -->
<xsl:template match="db:mediaobject|db:screenshot/db:mediaobject|db:mediaobjectco">
	<fo:block text-align="start" role="NonStruct">
		<xsl:if test="not(ancestor::db:figure)"><xsl:attribute name="space-before"><xsl:value-of select="$half"/></xsl:attribute></xsl:if>
		<xsl:call-template name="atts"/>
		<xsl:variable name="align" select="string((.//@align)[1])"/>
		<xsl:choose>
			<xsl:when test="$align = 'center'"><xsl:attribute name="text-align">center</xsl:attribute></xsl:when>
			<xsl:when test="$align = 'right'"><xsl:attribute name="text-align">end</xsl:attribute></xsl:when>
		</xsl:choose>
		<xsl:call-template name="media"/>
	</fo:block>
	<xsl:apply-templates select="(db:imageobjectco|self::*)/db:calloutlist"/>
	<xsl:for-each select="db:caption">
		<fo:block xsl:use-attribute-sets="caption" space-before="{$quarter}">
			<xsl:call-template name="atts"/><xsl:apply-templates/>
		</fo:block>
	</xsl:for-each>
	<!-- whose it is, and what may be done with it -->
	<xsl:for-each select="(db:imageobject|db:imageobjectco|db:imageobjectco/db:imageobject|db:videoobject|db:audioobject)[db:info or */db:info][1]">
		<xsl:for-each select="(.|*)[db:info]"><xsl:call-template name="division-info"/></xsl:for-each>
	</xsl:for-each>
	<xsl:call-template name="division-info"/>
</xsl:template>
<xsl:template match="db:inlinemediaobject">
	<xsl:param name="quiet"/>
	<fo:inline>
		<xsl:if test="not($quiet)"><xsl:call-template name="atts"/></xsl:if>
		<xsl:call-template name="media"/>
	</fo:inline>
</xsl:template>
<!-- What is said of it is not parted from it. -->
<xsl:template match="db:screenshot">
	<xsl:if test="db:title or db:info">
		<fo:block role="NonStruct" keep-with-next.within-column="always" keep-together.within-column="always"><xsl:call-template name="block-title"/></fo:block>
	</xsl:if>
	<xsl:apply-templates select="db:mediaobject"/>
</xsl:template>
<xsl:template match="db:screeninfo"/>

<!-- role="fo"/"print" first; then the first image that can be set; then what was written in its place. -->
<xsl:template name="media">
	<xsl:variable name="objects" select="(.|db:alternatives)/db:imageobject|(.|db:alternatives)/db:imageobjectco/db:imageobject"/>
	<xsl:variable name="meant" select="$objects[@role = 'fo' or @role = 'print' or @role = 'pdf' or @condition = 'print' or @condition = 'fo'
		or @condition = 'pdf' or @outputformat = 'print' or @outputformat = 'pdf']"/>
	<xsl:variable name="others" select="$objects[not(@role = 'html' or @role = 'web' or @condition = 'html' or @condition = 'web'
		or @outputformat = 'html' or @outputformat = 'online')]"/>
	<xsl:variable name="image" select="$meant|$others[not($meant)]|$objects[not($meant or $others)]"/>
	<xsl:variable name="fit" select="$image/db:imagedata[f:printable(.)]|$image/db:imagedata[not($image/db:imagedata[f:printable(.)])]"/>
	<!-- one that is missing gives way to any other; what is missing was said when the book was checked -->
	<xsl:variable name="there" select="f:there($fit)"/>
	<xsl:variable name="other" select="f:there($objects[not($there)]/db:imagedata[f:printable(.)])"/>
	<xsl:variable name="words" select="(.|db:alternatives)/db:textobject[not(db:phrase or db:textdata)]"/>
	<xsl:variable name="data" select="$there|$other|$fit[not($there or $other or $words)][1]"/>
	<xsl:choose>
		<xsl:when test="$data"><xsl:apply-templates select="$data"/></xsl:when>
		<xsl:when test="$image and not($fit)"><xsl:apply-templates select="$image[1]/*"/></xsl:when>
		<xsl:when test="$words"><xsl:apply-templates select="$words[1]/*"/></xsl:when>
		<xsl:when test="db:textobject[not(db:phrase)]"><xsl:apply-templates select="db:textobject[not(db:phrase)][1]/*"/></xsl:when>
		<xsl:when test="db:textobject"><xsl:apply-templates select="db:textobject[1]/db:phrase"/></xsl:when>
		<xsl:otherwise>
			<!-- sound or film: print says where it is -->
			<xsl:for-each select="(db:videoobject/db:videodata|db:audioobject/db:audiodata)[1]">
				<fo:inline xsl:use-attribute-sets="code"><xsl:value-of select="@fileref"/></fo:inline>
			</xsl:for-each>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:imageobject"><xsl:apply-templates/></xsl:template>
<xsl:template match="db:textobject"><xsl:apply-templates/></xsl:template>
<xsl:template match="db:imageobject/db:info|db:areaspec|db:alt"/>

<!-- What a reader who cannot see it is told: alt, then textobject, then the figure's title.
     An alt that is empty says that there is nothing to tell: the picture is decoration. -->
<xsl:template name="alt-text">
	<xsl:variable name="media" select="ancestor::*[self::db:mediaobject or self::db:inlinemediaobject or self::db:mediaobjectco][1]"/>
	<xsl:choose>
		<xsl:when test="$media/db:alt"><xsl:value-of select="normalize-space($media/db:alt)"/></xsl:when>
		<xsl:when test="$media/db:textobject/db:phrase"><xsl:value-of select="normalize-space($media/db:textobject/db:phrase)"/></xsl:when>
		<xsl:when test="$media/db:textobject"><xsl:value-of select="normalize-space($media/db:textobject[1])"/></xsl:when>
		<xsl:when test="$media/../db:alt"><xsl:value-of select="normalize-space($media/../db:alt)"/></xsl:when>
		<xsl:when test="$media/db:caption"><xsl:value-of select="normalize-space($media/db:caption)"/></xsl:when>
	</xsl:choose>
</xsl:template>

<xsl:template name="alternative">
	<xsl:param name="alt"/>
	<xsl:variable name="media" select="ancestor::*[self::db:mediaobject or self::db:inlinemediaobject or self::db:mediaobjectco][1]"/>
	<xsl:if test="$alt != '' or $media/db:alt">
		<xsl:attribute name="fox:alt-text"><xsl:value-of select="$alt"/></xsl:attribute>
	</xsl:if>
	<xsl:variable name="said" select="$media/db:alt|$media[not(db:alt)]/db:textobject/descendant-or-self::*[self::db:phrase or not(*)]"/>
	<xsl:apply-templates select="$said[1]/ancestor-or-self::*[@xml:lang][1][parent::*]/@xml:lang" mode="att"/>
</xsl:template>

<xsl:template match="db:imagedata">
	<xsl:variable name="alt"><xsl:call-template name="alt-text"/></xsl:variable>
	<xsl:choose>
		<xsl:when test="svg:svg">
			<fo:instream-foreign-object role="Figure">
				<xsl:call-template name="alternative"><xsl:with-param name="alt" select="$alt"/></xsl:call-template>
				<xsl:call-template name="image-size"/>
				<xsl:copy-of select="svg:svg"/>
			</fo:instream-foreign-object>
		</xsl:when>
		<xsl:when test="m:math"><xsl:apply-templates select="m:math"/></xsl:when>
		<xsl:otherwise>
			<fo:external-graphic role="Figure">
				<xsl:attribute name="src">
					<xsl:text>url('</xsl:text>
					<xsl:choose>
						<xsl:when test="@entityref"><xsl:value-of select="unparsed-entity-uri(@entityref)"/></xsl:when>
						<xsl:otherwise><xsl:value-of select="@fileref"/></xsl:otherwise>
					</xsl:choose>
					<xsl:text>')</xsl:text>
				</xsl:attribute>
				<xsl:call-template name="alternative"><xsl:with-param name="alt" select="$alt"/></xsl:call-template>
				<xsl:call-template name="image-size"/>
			</fo:external-graphic>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- width/depth: the place; contentwidth/contentdepth: the picture, and so does scale; without
     these the picture is made to fit the place, or the column. -->
<xsl:template name="image-size">
	<xsl:variable name="inline" select="ancestor::db:inlinemediaobject
		or ancestor::db:equation[not(db:title or db:info/db:title)]"/>
	<xsl:variable name="sized" select="@contentwidth or @contentdepth or @scale or @scalefit = '0'"/>
	<xsl:call-template name="image-extent">
		<xsl:with-param name="name" select="'content-width'"/>
		<xsl:with-param name="l" select="@contentwidth"/>
	</xsl:call-template>
	<xsl:call-template name="image-extent">
		<xsl:with-param name="name" select="'content-height'"/>
		<xsl:with-param name="l" select="@contentdepth"/>
	</xsl:call-template>
	<xsl:if test="@scale and not(@contentwidth or @contentdepth)">
		<xsl:attribute name="content-width"><xsl:value-of select="concat(@scale, '%')"/></xsl:attribute>
	</xsl:if>
	<xsl:call-template name="image-extent">
		<xsl:with-param name="name" select="'width'"/>
		<xsl:with-param name="l" select="@width[not($sized) or ../@align]"/>
	</xsl:call-template>
	<xsl:call-template name="image-extent">
		<xsl:with-param name="name" select="'height'"/>
		<xsl:with-param name="l" select="@depth[not($sized) or ../@valign]"/>
	</xsl:call-template>
	<xsl:choose>
		<xsl:when test="$sized">
			<xsl:if test="not($inline) and not(@width and @align)"><xsl:attribute name="max-width">100%</xsl:attribute></xsl:if>
		</xsl:when>
		<xsl:when test="@width">
			<xsl:attribute name="content-width">scale-to-fit</xsl:attribute>
			<xsl:attribute name="max-width">100%</xsl:attribute>
			<xsl:if test="@depth"><xsl:attribute name="content-height">scale-to-fit</xsl:attribute></xsl:if>
		</xsl:when>
		<xsl:when test="@depth">
			<xsl:attribute name="content-height">scale-to-fit</xsl:attribute>
			<xsl:if test="not($inline)">
				<xsl:attribute name="content-width">scale-to-fit</xsl:attribute>
				<xsl:attribute name="width">100%</xsl:attribute>
			</xsl:if>
		</xsl:when>
		<xsl:when test="not($inline)">
			<!-- never wider than the column, nor taller than the page -->
			<xsl:attribute name="content-width">scale-down-to-fit</xsl:attribute>
			<xsl:attribute name="content-height">scale-down-to-fit</xsl:attribute>
			<xsl:attribute name="width">100%</xsl:attribute>
			<xsl:attribute name="max-height"><xsl:value-of select="$picture.height"/></xsl:attribute>
		</xsl:when>
		<xsl:otherwise> <!-- in a line: as large as it is, but not wider than that -->
			<xsl:attribute name="content-width">scale-down-to-fit</xsl:attribute>
			<xsl:attribute name="content-height">scale-down-to-fit</xsl:attribute>
			<xsl:attribute name="max-width">100%</xsl:attribute>
			<xsl:attribute name="max-height"><xsl:value-of select="$picture.height"/></xsl:attribute>
		</xsl:otherwise>
	</xsl:choose>
	<xsl:if test="@depth and @valign">
		<xsl:attribute name="display-align">
			<xsl:choose><xsl:when test="@valign = 'bottom'">after</xsl:when><xsl:when test="@valign = 'middle'">center</xsl:when><xsl:otherwise>before</xsl:otherwise></xsl:choose>
		</xsl:attribute>
	</xsl:if>
	<xsl:attribute name="scaling">
		<xsl:choose><xsl:when test="@contentwidth and @contentdepth">non-uniform</xsl:when><xsl:otherwise>uniform</xsl:otherwise></xsl:choose>
	</xsl:attribute>
</xsl:template>
<xsl:template name="image-extent">
	<xsl:param name="name"/>
	<xsl:param name="l"/>
	<xsl:if test="$l">
		<xsl:attribute name="{$name}"><xsl:call-template name="image-length"><xsl:with-param name="l" select="string($l)"/></xsl:call-template></xsl:attribute>
	</xsl:if>
</xsl:template>

<!-- Without a unit a picture is measured in pixels. -->
<xsl:template name="image-length">
	<xsl:param name="l"/>
	<xsl:choose>
		<xsl:when test="string(number($l)) != 'NaN'"><xsl:value-of select="concat($l, 'px')"/></xsl:when>
		<xsl:otherwise><xsl:call-template name="length"><xsl:with-param name="l" select="$l"/></xsl:call-template></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:textdata">
	<xsl:message><xsl:value-of select="concat('textdata ', @fileref, ' is not included; use xi:include parse=&quot;text&quot;')"/></xsl:message>
</xsl:template>

<!-- ==== mathematics ==== -->
<xsl:template match="db:inlineequation">
	<xsl:param name="quiet"/>
	<fo:inline>
		<xsl:attribute name="role"><xsl:choose><xsl:when test="m:math or db:mathphrase">NonStruct</xsl:when><xsl:otherwise>Formula</xsl:otherwise></xsl:choose></xsl:attribute>
		<xsl:if test="not($quiet)"><xsl:call-template name="atts"/></xsl:if>
		<xsl:choose>
			<xsl:when test="@xlink:href and not($quiet)">
				<xsl:call-template name="linked"><xsl:with-param name="content"><xsl:apply-templates select="node()" mode="inline-math"/></xsl:with-param></xsl:call-template>
			</xsl:when>
			<xsl:otherwise><xsl:apply-templates select="node()" mode="inline-math"/></xsl:otherwise>
		</xsl:choose>
	</fo:inline>
</xsl:template>
<xsl:template match="db:alt|db:info|db:title" mode="inline-math"/>
<xsl:template match="db:mathphrase" mode="inline-math"><xsl:apply-templates select="."/></xsl:template>
<xsl:template match="db:mediaobject|db:inlinemediaobject" mode="inline-math">
	<xsl:call-template name="media"/>
</xsl:template>
<xsl:template match="*" mode="inline-math"><xsl:apply-templates select="."/></xsl:template>
<xsl:template match="text()" mode="inline-math"><xsl:value-of select="."/></xsl:template>
<xsl:template match="db:mathphrase">
	<fo:inline role="Formula">
		<xsl:for-each select="../db:alt[1]"><xsl:attribute name="fox:alt-text"><xsl:value-of select="normalize-space()"/></xsl:attribute></xsl:for-each>
		<xsl:call-template name="run"/>
	</fo:inline>
</xsl:template>

</xsl:stylesheet>
