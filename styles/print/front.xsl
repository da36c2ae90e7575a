<?xml version="1.0" encoding="UTF-8"?>
<!-- front.xsl - cover, title page, imprint; metadata and bookmarks of the file -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:fo="http://www.w3.org/1999/XSL/Format"
	xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
	xmlns:xmp="http://ns.adobe.com/xap/1.0/"
	xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
	exclude-result-prefixes="db h">


<xsl:template name="people-line">
	<xsl:param name="people"/>
	<xsl:call-template name="h:people"><xsl:with-param name="people" select="$people"/></xsl:call-template>
</xsl:template>

<!-- ==== cover, title page, imprint ==== -->
<xsl:template match="*" mode="title-pages">
	<xsl:variable name="title"><xsl:apply-templates select="." mode="h:title"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:variable>
	<xsl:variable name="authors" select="db:info/db:author|db:info/db:authorgroup/*[self::db:author or self::db:collab]|db:info/db:collab"/>
	<xsl:variable name="editors" select="db:info/db:editor|db:info/db:authorgroup/db:editor"/>
	<xsl:variable name="nested" select="ancestor::db:set"/>
	<xsl:if test="$cover = 1 and not($nested)">
		<fo:page-sequence role="Sect" master-reference="cover" format="i" initial-page-number="1">
			<fo:flow flow-name="xsl-region-body" color="{$paper.colour}" start-indent="0pt">
				<xsl:choose>
					<xsl:when test="db:info/db:cover">
						<fo:block start-indent="{$indent}" margin-right="{$cover.right}" padding-top="72pt" role="NonStruct">
							<xsl:apply-templates select="db:info/db:cover[1]/node()"/>
						</fo:block>
					</xsl:when>
					<xsl:otherwise>
						<!-- a drawing stands at the foot of the cover, as wide as the page -->
						<xsl:for-each select="db:info/db:mediaobject[@role = 'cover-drawing'][1]">
							<fo:block-container absolute-position="absolute" top="0pt" left="0pt" width="{$page.width}" height="{$page.height}"
								display-align="after" role="NonStruct">
								<fo:block font-size="1pt" line-height="1pt" role="NonStruct"><xsl:call-template name="media"/></fo:block>
							</fo:block-container>
						</xsl:for-each>
						<fo:block margin-left="76pt + {$indent}" margin-right="{$cover.right}" xsl:use-attribute-sets="unbroken">
							<fo:block space-before.conditionality="retain" role="P" xsl:use-attribute-sets="cover.title">
								<xsl:attribute name="space-before">
									<xsl:choose>
										<xsl:when test="db:info/db:mediaobject[@role = 'cover-drawing']"><xsl:value-of select="$cover.top.drawing"/></xsl:when>
										<xsl:otherwise><xsl:value-of select="$cover.top"/></xsl:otherwise>
									</xsl:choose>
								</xsl:attribute>
								<xsl:copy-of select="$title"/>
							</fo:block>
							<xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]">
								<fo:block xsl:use-attribute-sets="subtitle" color="{$paper.colour}" space-before="{$line}">
									<xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
								</fo:block>
							</xsl:for-each>
							<fo:block space-before="28pt" line-height="2pt" font-size="2pt" role="artifact">
								<fo:leader leader-pattern="rule" leader-length="60pt" rule-thickness="2pt"/>
							</fo:block>
							<fo:block space-before="28pt" font-family="{$sans}" font-size="{$size.display}" line-height="{$leading.display}">
								<xsl:call-template name="people-line">
									<xsl:with-param name="people" select="$authors"/>
								</xsl:call-template>
							</fo:block>
							<xsl:for-each select="db:info/db:edition[1]">
								<fo:block font-family="{$sans}" font-size="{$size.display}" line-height="{$leading.display}">
									<xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
								</fo:block>
							</xsl:for-each>
						</fo:block>
					</xsl:otherwise>
				</xsl:choose>
			</fo:flow>
		</fo:page-sequence>
	</xsl:if>
	<fo:page-sequence role="Sect" master-reference="quiet" format="i">
		<xsl:attribute name="initial-page-number">
			<xsl:choose>
				<!-- of the books of a set each counts its own pages -->
				<xsl:when test="$nested and (preceding-sibling::db:book or preceding-sibling::db:set)">1</xsl:when>
				<xsl:when test="$cover = 1 or $nested">auto-odd</xsl:when>
				<xsl:otherwise>1</xsl:otherwise>
			</xsl:choose>
		</xsl:attribute>
		<xsl:apply-templates select="@xml:lang" mode="att"/>
		<fo:flow flow-name="xsl-region-body" start-indent="{$indent}">
			<fo:block xsl:use-attribute-sets="unbroken">
				<xsl:call-template name="target"/>
				<fo:block role="P" space-before="112pt" space-before.conditionality="retain"
					xsl:use-attribute-sets="title.title">
					<xsl:copy-of select="$title"/>
				</fo:block>
				<xsl:for-each select="(db:subtitle|db:info/db:subtitle)[1]">
					<fo:block space-before="{$line}" xsl:use-attribute-sets="subtitle">
						<xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
					</fo:block>
				</xsl:for-each>
				<fo:block space-before="42pt" font-family="{$sans}" font-size="{$size.display}" line-height="{$leading.display}" role="NonStruct">
					<xsl:for-each select="$authors|$editors"><xsl:call-template name="person-block"/></xsl:for-each>
				</fo:block>
				<fo:block space-before="42pt" font-family="{$sans}" font-size="{$size.sans}" line-height="{$leading.sans}">
					<xsl:for-each select="db:info/db:edition|db:info/db:releaseinfo|db:info/db:productname|db:info/db:publisher/db:publishername">
						<fo:block>
							<xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
							<xsl:if test="self::db:productname and ../db:productnumber">
								<xsl:value-of select="concat(' ', ../db:productnumber)"/>
							</xsl:if>
						</fo:block>
					</xsl:for-each>
				</fo:block>
			</fo:block>
		</fo:flow>
	</fo:page-sequence>
	<xsl:call-template name="imprint"/>
</xsl:template>

<xsl:template match="*" mode="line">
	<xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if>
	<xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
</xsl:template>

<!-- Back of the title page: the small print. -->
<xsl:template name="imprint">
	<xsl:variable name="info" select="db:info"/>
	<!-- of other vocabularies, what the Dublin Core says -->
	<xsl:variable name="lines" select="$info/db:bibliomisc|$info/db:contractnum|$info/db:contractsponsor|$info/db:printhistory
		|$info/db:volumenum|$info/db:issuenum|$info/db:seriesvolnums|$info/db:pagenums|$info/db:artpagenums|$info/db:address
		|$info/db:bibliosource|$info/db:bibliocoverage|$info/db:orgname|$info/db:orgdiv|$info/db:org|$info/db:person|$info/db:personname
		|$info/db:citebiblioid|$info/db:biblioset|$info/db:acknowledgements|$info/*[starts-with(namespace-uri(), 'http://purl.org/dc/')]"/>
	<xsl:if test="$lines or $info/*[self::db:copyright or self::db:legalnotice or self::db:pubdate or self::db:date or self::db:abstract
		or self::db:revhistory or self::db:othercredit or self::db:publisher or self::db:confgroup or self::db:biblioid or self::db:annotation or self::db:epigraph
		or self::db:cover[position() &gt; 1 or $cover != 1 or ../../parent::*]]
		or $info/db:authorgroup/*[self::db:othercredit]">
		<fo:page-sequence role="Sect" master-reference="imprint" format="i" initial-page-number="auto-even">
		<xsl:apply-templates select="@xml:lang" mode="att"/>
		<fo:flow flow-name="xsl-region-body" start-indent="{$indent}">
		<fo:block role="NonStruct" xsl:use-attribute-sets="small">
			<fo:block font-weight="bold"><xsl:apply-templates select="." mode="h:title"/></fo:block>
			<xsl:for-each select="$info/db:edition">
				<fo:block><xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></fo:block>
			</xsl:for-each>
			<xsl:for-each select="$info/db:pubdate|$info/db:date">
				<fo:block><xsl:call-template name="h:date"/></fo:block>
			</xsl:for-each>
			<xsl:for-each select="$info/db:publisher|$info/db:confgroup">
				<fo:block space-before="6pt"><xsl:apply-templates select="*" mode="line"/></fo:block>
			</xsl:for-each>
			<xsl:apply-templates select="$info/db:biblioid|$info/db:isbn" mode="imprint"/>
			<xsl:for-each select="$info/db:copyright">
				<fo:block space-before="6pt"><xsl:apply-templates select="."/></fo:block>
			</xsl:for-each>
			<xsl:for-each select="$info/db:othercredit|$info/db:authorgroup/db:othercredit">
				<fo:block space-before="6pt"><xsl:call-template name="person-block"/></fo:block>
			</xsl:for-each>
			<xsl:for-each select="$lines"><fo:block><xsl:apply-templates select="self::db:*|self::*[not(self::db:*)]/node()"/></fo:block></xsl:for-each>
			<xsl:apply-templates select="$info/db:annotation|$info/db:epigraph|$info/db:itermset|$info/db:indexterm"/>
			<xsl:for-each select="$info/db:abstract|$info/db:legalnotice">
				<fo:block space-before="12pt">
					<xsl:call-template name="atts"/>
					<xsl:if test="db:title or db:info/db:title">
						<fo:block font-weight="bold" keep-with-next.within-column="always"><xsl:apply-templates select="." mode="h:title"/></fo:block>
					</xsl:if>
					<xsl:apply-templates select="*[not(self::db:title or self::db:info)]"/>
				</fo:block>
			</xsl:for-each>
			<xsl:apply-templates select="$info/db:revhistory"/>
			<!-- the first is the cover, where there is one -->
			<xsl:apply-templates select="$info/db:cover[position() &gt; 1 or $cover != 1 or ../../parent::*]"/>
		</fo:block>
		</fo:flow>
		</fo:page-sequence>
	</xsl:if>
</xsl:template>

<xsl:template match="db:biblioid|db:isbn" mode="imprint">
	<fo:block>
		<xsl:call-template name="h:biblioid-kind"/>
		<xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
	</fo:block>
</xsl:template>

<xsl:template match="db:copyright">
	<xsl:text>© </xsl:text>
	<xsl:for-each select="db:year">
		<xsl:value-of select="."/>
		<xsl:if test="position() != last()"><xsl:call-template name="h:comma"/></xsl:if>
	</xsl:for-each>
	<xsl:if test="db:year"><xsl:text> </xsl:text></xsl:if>
	<xsl:for-each select="db:holder">
		<xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
		<xsl:if test="position() != last()"><xsl:call-template name="h:comma"/></xsl:if>
	</xsl:for-each>
</xsl:template>

<!-- The number, or without one the date, stands beside the rest. -->
<xsl:template match="db:revhistory">
	<fo:block space-before="12pt">
		<xsl:call-template name="atts"/>
		<fo:block font-weight="bold" keep-with-next.within-column="always"><xsl:apply-templates select="." mode="h:title"/></fo:block>
		<fo:list-block provisional-distance-between-starts="60pt" provisional-label-separation="6pt" xsl:use-attribute-sets="unbroken">
			<xsl:apply-templates select="db:revision"/>
		</fo:list-block>
	</fo:block>
</xsl:template>
<xsl:template match="db:revision">
	<fo:list-item space-before="3pt">
		<xsl:call-template name="atts"/>
		<fo:list-item-label end-indent="label-end()">
			<fo:block>
				<xsl:for-each select="(db:revnumber|db:date[not(../db:revnumber)])[1]">
					<xsl:call-template name="revision-part"/>
				</xsl:for-each>
			</fo:block>
		</fo:list-item-label>
		<fo:list-item-body start-indent="body-start()">
			<fo:block role="NonStruct">
				<xsl:variable name="parts" select="db:date[../db:revnumber]|db:author|db:authorinitials|db:revremark"/>
				<xsl:if test="$parts">
					<fo:block>
						<xsl:for-each select="$parts">
							<xsl:call-template name="revision-part"/>
							<xsl:if test="position() != last()"><xsl:text>&#x2003;</xsl:text></xsl:if>
						</xsl:for-each>
					</fo:block>
				</xsl:if>
				<xsl:apply-templates select="db:revdescription/*"/>
			</fo:block>
		</fo:list-item-body>
	</fo:list-item>
</xsl:template>
<xsl:template name="revision-part">
	<xsl:choose>
		<xsl:when test="self::db:date"><xsl:call-template name="h:date"/></xsl:when>
		<xsl:when test="self::db:author">
			<xsl:call-template name="h:person"/>
			<xsl:for-each select="db:email|db:affiliation"><xsl:call-template name="h:comma"/><xsl:apply-templates select="."/></xsl:for-each>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates select="node()"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- ==== metadata ==== -->
<xsl:template match="*" mode="metadata">
	<xsl:variable name="info" select="db:info"/>
	<fo:declarations>
		<x:xmpmeta>
			<rdf:RDF>
				<rdf:Description rdf:about="">
					<dc:title>
						<rdf:Alt><rdf:li xml:lang="x-default"><xsl:apply-templates select="." mode="h:plain-title"/></rdf:li></rdf:Alt>
					</dc:title>
					<xsl:variable name="authors" select="$info/db:author|$info/db:authorgroup/db:author|$info/db:corpauthor|$info/db:collab"/>
					<xsl:if test="$authors">
						<dc:creator>
							<rdf:Seq>
								<xsl:for-each select="$authors">
									<xsl:variable name="name"><xsl:call-template name="h:person"/></xsl:variable>
									<rdf:li><xsl:value-of select="normalize-space($name)"/></rdf:li>
								</xsl:for-each>
							</rdf:Seq>
						</dc:creator>
					</xsl:if>
					<xsl:if test="$info/db:abstract">
						<dc:description>
							<rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="normalize-space($info/db:abstract[1])"/></rdf:li></rdf:Alt>
						</dc:description>
					</xsl:if>
					<xsl:if test="$info/db:keywordset/db:keyword">
						<dc:subject>
							<rdf:Bag>
								<xsl:for-each select="$info/db:keywordset/db:keyword">
									<rdf:li><xsl:value-of select="normalize-space(.)"/></rdf:li>
								</xsl:for-each>
							</rdf:Bag>
						</dc:subject>
						<pdf:Keywords>
							<xsl:for-each select="$info/db:keywordset/db:keyword">
								<xsl:if test="position() &gt; 1"><xsl:call-template name="h:comma"/></xsl:if>
								<xsl:value-of select="normalize-space(.)"/>
							</xsl:for-each>
						</pdf:Keywords>
					</xsl:if>
					<xsl:if test="$info/db:copyright">
						<dc:rights>
							<rdf:Alt>
								<rdf:li xml:lang="x-default">
									<xsl:variable name="c"><xsl:apply-templates select="$info/db:copyright[1]"/></xsl:variable>
									<xsl:value-of select="normalize-space($c)"/>
								</rdf:li>
							</rdf:Alt>
						</dc:rights>
					</xsl:if>
					<xsl:if test="$info/db:publisher/db:publishername">
						<dc:publisher>
							<rdf:Bag><rdf:li><xsl:value-of select="normalize-space($info/db:publisher/db:publishername)"/></rdf:li></rdf:Bag>
						</dc:publisher>
					</xsl:if>
					<xsl:for-each select="$info/db:edition[1]">
						<dcterms:hasVersion><xsl:value-of select="normalize-space(.)"/></dcterms:hasVersion>
					</xsl:for-each>
					<xsl:if test="$info/db:pubdate|$info/db:date">
						<dc:date>
							<rdf:Seq><rdf:li><xsl:value-of select="normalize-space(($info/db:pubdate|$info/db:date)[1])"/></rdf:li></rdf:Seq>
						</dc:date>
					</xsl:if>
					<dc:language><rdf:Bag><rdf:li><xsl:value-of select="$h:book-lang"/></rdf:li></rdf:Bag></dc:language>
				</rdf:Description>
			</rdf:RDF>
		</x:xmpmeta>
	</fo:declarations>
</xsl:template>

<!-- ==== bookmarks ==== -->
<xsl:template match="*" mode="bookmarks">
	<xsl:variable name="index"><xsl:call-template name="h:wants-index"/></xsl:variable>
	<xsl:variable name="marks">
		<xsl:apply-templates select="*" mode="bookmark"/>
		<xsl:if test="$index != ''">
			<fo:bookmark internal-destination="{$h:auto-index-id}">
				<fo:bookmark-title>
					<xsl:call-template name="h:text"><xsl:with-param name="k" select="'index'"/></xsl:call-template>
				</fo:bookmark-title>
			</fo:bookmark>
		</xsl:if>
	</xsl:variable>
	<xsl:if test="string($marks) != ''">
		<fo:bookmark-tree><xsl:copy-of select="$marks"/></fo:bookmark-tree>
	</xsl:if>
</xsl:template>
<xsl:template match="*" mode="bookmark"/>
<xsl:template match="db:book|db:part|db:chapter|db:appendix|db:preface|db:article|db:reference|db:refentry
	|db:glossary|db:bibliography|db:index|db:dedication|db:acknowledgements|db:colophon|db:topic
	|db:section|db:sect1|db:sect2|db:sect3|db:sect4" mode="bookmark">
	<xsl:param name="depth" select="1"/>
	<xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
	<fo:bookmark>
		<xsl:attribute name="internal-destination"><xsl:call-template name="h:id"/></xsl:attribute>
		<xsl:if test="$depth &gt; 1">
			<xsl:attribute name="starting-state">hide</xsl:attribute>
		</xsl:if>
		<fo:bookmark-title>
			<xsl:if test="$label != ''"><xsl:value-of select="concat($label, '  ')"/></xsl:if>
			<xsl:apply-templates select="." mode="h:plain-title"/>
		</fo:bookmark-title>
		<xsl:apply-templates select="*" mode="bookmark">
			<xsl:with-param name="depth" select="$depth + 1"/>
		</xsl:apply-templates>
	</fo:bookmark>
</xsl:template>

</xsl:stylesheet>
