<?xml version="1.0" encoding="UTF-8"?>
<!--
  print.xsl - DocBook 5 to XSL-FO 1.1

  How it looks is in theme.xsl, what it says by itself in common/.  Every formatting object
  carries `role`, the structure type for tagged PDF, where the formatter's own map (block P,
  list-block L, table-cell TD ...) would be wrong.  Unknown elements keep their content and
  are reported.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	exclude-result-prefixes="db h">

<xsl:import href="theme.xsl"/>
<xsl:import href="common/base.xsl"/>
<xsl:import href="common/language.xsl"/>
<xsl:import href="common/labels.xsl"/>
<xsl:import href="common/titles.xsl"/>
<xsl:import href="common/xref.xsl"/>
<xsl:import href="common/index.xsl"/>
<xsl:import href="common/olink.xsl"/>
<xsl:import href="common/glossary.xsl"/>
<xsl:import href="common/bibliography.xsl"/>
<xsl:import href="common/tables.xsl"/>
<xsl:import href="print/elements.xsl"/>

<xsl:include href="print/directions.xsl"/>

<xsl:output method="xml" encoding="UTF-8" indent="no"/>
<xsl:strip-space elements="db:set db:book db:part db:chapter db:appendix db:preface db:article
	db:section db:sect1 db:sect2 db:sect3 db:sect4 db:sect5 db:simplesect db:info db:itemizedlist
	db:orderedlist db:variablelist db:varlistentry db:listitem db:procedure db:step db:substeps
	db:stepalternatives db:table db:informaltable db:tgroup db:thead db:tfoot db:tbody db:row
	db:tr db:figure db:informalfigure db:example db:informalexample db:equation db:mediaobject
	db:imageobject db:textobject db:note db:tip db:important db:warning db:caution db:danger
	db:blockquote db:sidebar db:glossary db:glosslist db:glossentry db:glossdef db:bibliography
	db:bibliodiv db:biblioentry db:biblioset db:authorgroup db:indexterm db:qandaset db:qandadiv
	db:qandaentry db:question db:answer db:calloutlist db:callout db:segmentedlist
	db:seglistitem db:simplelist db:revhistory db:revision db:legalnotice db:abstract db:toc
	db:partintro db:refentry db:refnamediv db:refsynopsisdiv db:refsection db:refsect1
	db:refsect2 db:refsect3 db:reference db:index db:dedication db:colophon db:epigraph
	db:acknowledgements db:topic db:keywordset db:subjectset db:copyright db:address-not
	db:footnote db:formalgroup db:cmdsynopsis db:group db:funcprototype db:glossdiv
	db:bibliolist db:classsynopsis db:msgset db:msgentry db:areaspec db:inlinemediaobject"/>

<xsl:variable name="h:pages" select="$xref.pages"/>

<!-- ==== what every object takes from its element ==== -->
<xsl:template name="atts">
	<xsl:apply-templates select="@xml:id|@xml:lang" mode="att"/>
	<xsl:if test="$has-keeps"><xsl:call-template name="keep"><xsl:with-param name="wanted" select="false()"/></xsl:call-template></xsl:if>
</xsl:template>
<xsl:variable name="has-keeps" select="boolean(/descendant::processing-instruction('dbfo')[contains(., 'keep-together')])"/>
<xsl:template match="@xml:id" mode="att">
	<xsl:attribute name="id"><xsl:for-each select=".."><xsl:call-template name="h:id"/></xsl:for-each></xsl:attribute>
</xsl:template>
<xsl:template match="@xml:lang" mode="att"><xsl:copy/></xsl:template>

<!-- What <?dbfo name="value"?> in the element says. -->
<xsl:template name="dbfo">
	<xsl:param name="name"/>
	<xsl:call-template name="h:pi">
		<xsl:with-param name="pi" select="processing-instruction('dbfo')[contains(concat(' ', .), concat(' ', $name, '='))][1]"/>
		<xsl:with-param name="name" select="$name"/>
	</xsl:call-template>
</xsl:template>

<!-- In one piece: by the author's word, else where it is wanted, but not at the price of a large
     hole: with a strength that outweighs about ten lines left blank. -->
<xsl:template name="keep">
	<xsl:param name="wanted" select="true()"/>
	<xsl:variable name="said">
		<xsl:if test="processing-instruction('dbfo')">
			<xsl:call-template name="dbfo"><xsl:with-param name="name" select="'keep-together'"/></xsl:call-template>
		</xsl:if>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$said != ''">
			<xsl:attribute name="keep-together.within-column"><xsl:value-of select="$said"/></xsl:attribute>
		</xsl:when>
		<xsl:when test="$wanted"><xsl:attribute name="keep-together.within-column">2000</xsl:attribute></xsl:when>
	</xsl:choose>
</xsl:template>

<!-- The same where an id is needed in any case. -->
<xsl:template name="target">
	<xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute>
	<xsl:apply-templates select="@xml:lang" mode="att"/>
</xsl:template>

</xsl:stylesheet>
