<?xml version="1.0" encoding="UTF-8"?>
<!--
  titles.xsl - the title of anything, its short form and what stands in for a missing one

  mode="h:title" applies the back end's templates to the content of the title with quiet=1:
  there inline templates keep their shape but set no ids, no notes, no index marks.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
	xmlns:db="http://docbook.org/ns/docbook" xmlns:h="urn:handbook:xslt"
	xmlns:f="urn:handbook:functions" xmlns:func="http://exslt.org/functions"
	xmlns:xlink="http://www.w3.org/1999/xlink" extension-element-prefixes="func"
	exclude-result-prefixes="db h f xlink">

<!-- Whether all that an element says can be one link: it wants to be, holds none and is all text. -->
<func:function name="f:is-link">
	<xsl:param name="element"/>
	<xsl:param name="text" select="$element"/>
	<func:result select="$element/@xlink:href and not($text/descendant::*[@xlink:href or @linkend or self::db:olink or self::db:footnote
		or self::db:email or self::db:uri or self::db:citation or self::db:glossterm or self::db:firstterm or self::db:indexterm
		or self::db:acronym or self::db:para or self::db:simpara or self::db:programlisting or self::db:screen or self::db:synopsis
		or self::db:literallayout or self::db:mediaobject or self::db:equation or self::db:informalequation or self::db:table
		or self::db:informaltable or self::db:figure or self::db:informalfigure or self::db:address or self::db:tgroup
		or contains(local-name(), 'list') or contains(local-name(), 'quote') or contains(local-name(), 'synopsis')])"/>
</func:function>
<!-- A back end puts a link around it. -->
<xsl:template match="*" mode="h:link-around">
	<xsl:param name="content"/>
	<xsl:copy-of select="$content"/>
</xsl:template>

<xsl:template match="*" mode="h:title">
	<xsl:param name="quiet" select="1"/>
	<xsl:variable name="title" select="h:title(.)"/>
	<xsl:choose>
		<xsl:when test="$title">
			<xsl:if test="$quiet = 0"><xsl:apply-templates select="$title/@xml:id" mode="h:anchor"/></xsl:if>
			<xsl:choose>
				<!-- its own link, else that of what it is the title of -->
				<xsl:when test="$quiet = 0 and (f:is-link($title) or f:is-link(., $title))">
					<xsl:apply-templates select="$title[@xlink:href]|self::*[not($title/@xlink:href)]" mode="h:link-around">
						<xsl:with-param name="content"><xsl:apply-templates select="$title/node()"/></xsl:with-param>
					</xsl:apply-templates>
				</xsl:when>
				<xsl:otherwise>
					<xsl:apply-templates select="$title/node()"><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
				</xsl:otherwise>
			</xsl:choose>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="h:text">
				<xsl:with-param name="k" select="local-name()"/>
			</xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>

<xsl:template match="db:glossentry" mode="h:title">
	<xsl:param name="quiet" select="1"/>
	<xsl:apply-templates select="db:glossterm/node()">
		<xsl:with-param name="quiet" select="$quiet"/>
	</xsl:apply-templates>
</xsl:template>
<xsl:template match="db:varlistentry" mode="h:title">
	<xsl:param name="quiet" select="1"/>
	<xsl:apply-templates select="db:term[1]/node()">
		<xsl:with-param name="quiet" select="$quiet"/>
	</xsl:apply-templates>
</xsl:template>
<xsl:template match="db:refentry" mode="h:title">
	<xsl:param name="quiet" select="1"/>
	<xsl:variable name="name" select="(db:refmeta/db:refentrytitle | db:refnamediv/db:refdescriptor
		| db:refnamediv/db:refname | db:info/db:title)[1]"/>
	<xsl:apply-templates select="$name/node()">
		<xsl:with-param name="quiet" select="$quiet"/>
	</xsl:apply-templates>
	<xsl:if test="db:refmeta/db:manvolnum">
		<xsl:value-of select="concat('(', db:refmeta/db:manvolnum, ')')"/>
	</xsl:if>
</xsl:template>
<xsl:template match="db:title" mode="h:title">
	<xsl:param name="quiet" select="1"/>
	<xsl:apply-templates select="node()"><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
</xsl:template>

<!-- What ends a title that runs into its paragraph: a full stop where the author wrote no other sign. -->
<xsl:template name="h:title-stop">
	<xsl:variable name="text" select="normalize-space(h:title(.))"/>
	<xsl:if test="not(contains('.:!?…。！？：؟۔।။៖', substring($text, string-length($text))))">
		<xsl:call-template name="h:text"><xsl:with-param name="k" select="'title.stop'"/></xsl:call-template>
	</xsl:if>
</xsl:template>

<!-- The short form, for running heads and navigation. -->
<xsl:template match="*" mode="h:short-title">
	<xsl:variable name="short" select="(db:titleabbrev|db:info/db:titleabbrev)[1]"/>
	<xsl:choose>
		<xsl:when test="$short">
			<xsl:apply-templates select="$short/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates select="." mode="h:title"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- Plain characters, for bookmarks and metadata. -->
<xsl:template match="*" mode="h:plain-title">
	<xsl:variable name="title" select="(h:title(.)|self::db:glossentry/db:glossterm
		|self::db:refentry/db:refmeta/db:refentrytitle|self::db:refentry/db:refnamediv/db:refname)[1]"/>
	<xsl:choose>
		<xsl:when test="$title">
			<xsl:variable name="text"><xsl:apply-templates select="$title/node()" mode="h:plain"/></xsl:variable>
			<xsl:value-of select="normalize-space($text)"/>
		</xsl:when>
		<xsl:otherwise>
			<xsl:call-template name="h:text"><xsl:with-param name="k" select="local-name()"/></xsl:call-template>
		</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:template match="db:indexterm|db:footnote|db:footnoteref|db:remark|db:anchor|db:annotation|db:alt|db:info
	|db:inlinemediaobject" mode="h:plain"/>
<xsl:template match="db:quote" mode="h:plain">
	<xsl:call-template name="h:quote-mark"><xsl:with-param name="side" select="'open'"/></xsl:call-template>
	<xsl:apply-templates mode="h:plain"/>
	<xsl:call-template name="h:quote-mark"><xsl:with-param name="side" select="'close'"/></xsl:call-template>
</xsl:template>

<!-- The heading level in the outline: H1 for what stands right under the book. -->
<xsl:template name="h:level">
	<xsl:value-of select="1 + count(ancestor::*[self::db:part or self::db:chapter or self::db:appendix
		or self::db:preface or self::db:article or self::db:reference or self::db:glossary
		or self::db:bibliography or self::db:index or self::db:section or self::db:sect1
		or self::db:sect2 or self::db:sect3 or self::db:sect4 or self::db:sect5
		or self::db:refentry or self::db:refsection or self::db:refsect1 or self::db:refsect2
		or self::db:refsynopsisdiv or self::db:dedication or self::db:colophon
		or self::db:acknowledgements or self::db:topic or self::db:partintro])"/>
</xsl:template>

<!-- ==== names of people ==== -->
<!-- "First Last", in the order the author wrote where personname is plain text. -->
<xsl:template name="h:person">
	<xsl:choose>
		<xsl:when test="db:personname">
			<xsl:for-each select="db:personname[1]"><xsl:call-template name="h:person-parts"/></xsl:for-each>
		</xsl:when>
		<xsl:when test="db:orgname and not(db:surname)"><xsl:apply-templates select="db:orgname[1]/node()"/></xsl:when>
		<xsl:otherwise><xsl:call-template name="h:person-parts"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>
<!-- The order is the author's role, "first-last", "last-first" or "family-given"; else that of the
     language, where the name looks like one of it: not in Latin letters (1), with letters that
     only Vietnamese has (2). -->
<xsl:template name="h:name-order">
	<xsl:variable name="role" select="translate(@role, $h:upper, $h:lower)"/>
	<xsl:variable name="family-first">
		<xsl:call-template name="h:text"><xsl:with-param name="k" select="'name.family-first'"/></xsl:call-template>
	</xsl:variable>
	<xsl:choose>
		<xsl:when test="$role = 'first-last' or $role = 'last-first' or $role = 'family-given'"><xsl:value-of select="$role"/></xsl:when>
		<xsl:when test="$family-first = '1' and translate(db:surname, concat($h:upper, $h:lower), '') = string(db:surname)">together</xsl:when>
		<xsl:when test="$family-first = '2' and translate(normalize-space(.), $h:vietnamese, '') != normalize-space(.)">family-given</xsl:when>
		<xsl:otherwise>first-last</xsl:otherwise>
	</xsl:choose>
</xsl:template>
<xsl:variable name="h:vietnamese" select="'ăđơưĂĐƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ'"/>
<xsl:template name="h:person-parts">
	<xsl:choose>
		<xsl:when test="(db:firstname or db:surname or db:givenname or db:othername) and not(text()[normalize-space()])">
			<xsl:variable name="order"><xsl:call-template name="h:name-order"/></xsl:variable>
			<xsl:variable name="surname" select="4 - 3 * ($order != 'first-last')"/>
			<xsl:for-each select="db:honorific|db:firstname|db:givenname|db:othername|db:surname|db:lineage">
				<xsl:sort select="number(boolean(self::db:honorific)) * 6 * ($order = 'together')
					+ number(boolean(self::db:firstname or self::db:givenname)) * 2
					+ number(boolean(self::db:othername)) * 3
					+ number(boolean(self::db:surname)) * $surname
					+ number(boolean(self::db:lineage)) * 5" data-type="number"/>
				<xsl:if test="position() &gt; 1 and $order != 'together'">
					<xsl:if test="self::db:lineage or ($order = 'last-first'
						and position() = 2 + count(../db:honorific))">,</xsl:if>
					<xsl:text> </xsl:text>
				</xsl:if>
				<xsl:apply-templates select="node()"/>
			</xsl:for-each>
		</xsl:when>
		<xsl:otherwise><xsl:apply-templates select="node()[not(self::db:affiliation or self::db:email
			or self::db:address or self::db:contrib or self::db:personblurb or self::db:uri)]"/></xsl:otherwise>
	</xsl:choose>
</xsl:template>

<!-- "A, B and C" of the people in the node list. -->
<xsl:template name="h:people">
	<xsl:param name="people"/>
	<xsl:for-each select="$people">
		<xsl:call-template name="h:person"/>
		<xsl:call-template name="h:separator"/>
	</xsl:for-each>
</xsl:template>

</xsl:stylesheet>
