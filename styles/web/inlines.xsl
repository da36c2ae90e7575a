<?xml version="1.0" encoding="UTF-8"?>
<!--
  inlines.xsl - words: emphasis, links, cross references, footnotes, index marks

  quiet=1 (in titles that are repeated elsewhere): no ids, notes or index marks.
-->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:db="http://docbook.org/ns/docbook"
  xmlns:h="urn:handbook:xslt" xmlns:f="urn:handbook:functions" xmlns:xlink="http://www.w3.org/1999/xlink"
  exclude-result-prefixes="db h f xlink">

  <!-- Puts the content into an element, within a link where the author gave one. -->
  <xsl:template name="h:wrap">
    <xsl:param name="name" select="'span'"/>
    <xsl:param name="quiet"/>
    <xsl:param name="class" select="local-name()"/>
    <xsl:element name="{$name}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:choose>
        <!-- most have no attributes -->
        <xsl:when test="not(@*)">
          <xsl:if test="$class != ''"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
          <xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="h:common"><xsl:with-param name="class" select="$class"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
          <xsl:call-template name="h:linked"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>
  <xsl:template name="h:linked">
    <xsl:param name="quiet"/>
    <xsl:choose>
      <xsl:when test="(@xlink:href or @linkend) and not($quiet = 1) and node()">
        <a><xsl:call-template name="h:link-target"/><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="h:link-target">
    <xsl:variable name="id">
      <xsl:choose>
        <xsl:when test="@linkend"><xsl:value-of select="@linkend"/></xsl:when>
        <xsl:when test="starts-with(@xlink:href, '#')"><xsl:value-of select="substring(@xlink:href, 2)"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$id != '' and not(key('h:id', $id))"><xsl:attribute name="class">broken</xsl:attribute></xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="href">
          <xsl:choose>
            <xsl:when test="$id != ''"><xsl:for-each select="key('h:id', $id)[1]"><xsl:call-template name="h:href"/></xsl:for-each></xsl:when>
            <xsl:otherwise><xsl:value-of select="@xlink:href"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:if test="@xlink:title"><xsl:attribute name="title"><xsl:value-of select="@xlink:title"/></xsl:attribute></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== by element ==== -->
  <xsl:template match="db:emphasis">
    <xsl:param name="quiet"/>
    <xsl:call-template name="h:wrap">
      <xsl:with-param name="quiet" select="$quiet"/>
      <xsl:with-param name="class" select="''"/>
      <xsl:with-param name="name">
        <xsl:choose>
          <xsl:when test="@role = 'bold' or @role = 'strong'">strong</xsl:when>
          <xsl:when test="@role = 'underline'">u</xsl:when>
          <xsl:when test="@role = 'strikethrough'">s</xsl:when>
          <xsl:otherwise>em</xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="db:foreignphrase|db:wordasword">
    <xsl:param name="quiet"/>
    <xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'i'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="db:literal|db:code|db:command|db:filename|db:option|db:parameter|db:function|db:constant|db:varname|db:envar
    |db:classname|db:methodname|db:interfacename|db:structname|db:structfield|db:type|db:symbol|db:token|db:property
    |db:exceptionname|db:enumname|db:enumvalue|db:returnvalue|db:markup|db:package|db:systemitem
    |db:macrodef|db:errorcode|db:errorname|db:errortype|db:uri|db:nonterminal">
    <xsl:param name="quiet"/>
    <xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'code'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="db:tag|db:sgmltag">
    <xsl:param name="quiet"/>
    <code>
      <xsl:call-template name="h:common"><xsl:with-param name="class" select="'tag'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
      <xsl:call-template name="h:tag-open"/><xsl:call-template name="h:linked"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template><xsl:call-template name="h:tag-close"/>
    </code>
  </xsl:template>
  <xsl:template match="db:userinput|db:keycap|db:keycode|db:keysym"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'kbd'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:template>
  <xsl:template match="db:keycap[@function][not(node())]" priority="1"><kbd class="keycap"><xsl:call-template name="h:key-name"/></kbd></xsl:template>
  <xsl:template match="db:computeroutput|db:prompt"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'samp'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:template>
  <xsl:template match="db:replaceable"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'var'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:template>
  <xsl:template match="db:citetitle"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'cite'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:template>
  <xsl:template match="db:subscript"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'sub'"/><xsl:with-param name="class" select="''"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:template>
  <xsl:template match="db:superscript"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'sup'"/><xsl:with-param name="class" select="''"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:template>
  <xsl:template match="db:abbrev|db:acronym">
    <xsl:param name="quiet"/>
    <abbr><xsl:call-template name="h:common"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template><xsl:call-template name="h:linked"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></abbr>
  </xsl:template>
  <xsl:template match="db:quote">
    <xsl:param name="quiet"/>
    <xsl:call-template name="h:quote-mark"><xsl:with-param name="side" select="'open'"/></xsl:call-template>
    <span><xsl:call-template name="h:common"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template><xsl:call-template name="h:linked"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></span>
    <xsl:call-template name="h:quote-mark"><xsl:with-param name="side" select="'close'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="db:trademark|db:productname"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template><xsl:call-template name="h:mark-sign"/></xsl:template>
  <xsl:template match="db:person|db:org"><span><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:call-template name="h:parts"/></span></xsl:template>
  <!-- Names of parts, within a link where there is one. -->
  <xsl:template match="db:keycombo[@xlink:href or @linkend]|db:menuchoice[@xlink:href or @linkend]|db:citerefentry[@xlink:href or @linkend]" priority="1">
    <xsl:param name="quiet"/>
    <xsl:choose>
      <xsl:when test="$quiet = 1"><xsl:call-template name="h:link-of-parts"><xsl:with-param name="quiet" select="1"/></xsl:call-template></xsl:when>
      <xsl:otherwise><a><xsl:call-template name="h:link-target"/><xsl:call-template name="h:link-of-parts"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="h:link-of-parts">
    <xsl:param name="quiet"/>
    <xsl:choose>
      <xsl:when test="self::db:keycombo"><xsl:call-template name="h:keycombo"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:when>
      <xsl:when test="self::db:menuchoice"><xsl:call-template name="h:menuchoice"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="h:citerefentry"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:email[@xlink:href or @linkend]" priority="1"><xsl:param name="quiet"/><xsl:call-template name="h:wrap"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:template>
  <xsl:template match="db:email"><xsl:param name="quiet"/><xsl:choose><xsl:when test="$quiet = 1 or normalize-space(.) = ''"><xsl:apply-templates/></xsl:when><xsl:otherwise><a class="email" href="mailto:{normalize-space(.)}"><xsl:apply-templates/></a></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="db:uri[not(@xlink:href)][starts-with(normalize-space(.), 'http://') or starts-with(normalize-space(.), 'https://') or starts-with(normalize-space(.), 'ftp://') or starts-with(normalize-space(.), 'mailto:')]" priority="1"><xsl:param name="quiet"/><xsl:choose><xsl:when test="$quiet = 1"><xsl:apply-templates/></xsl:when><xsl:otherwise><a href="{normalize-space(.)}"><code><xsl:apply-templates/></code></a></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="db:personname|db:author|db:editor|db:othercredit|db:collab|db:orgname[db:orgname]">
    <span><xsl:call-template name="h:common"><xsl:with-param name="class" select="local-name()"/></xsl:call-template><xsl:choose><xsl:when test="@xlink:href or @linkend"><a><xsl:call-template name="h:link-target"/><xsl:call-template name="h:person"/></a></xsl:when><xsl:otherwise><xsl:call-template name="h:person"/></xsl:otherwise></xsl:choose></span>
    <xsl:for-each select="db:affiliation"><xsl:text>, </xsl:text><xsl:apply-templates select="." mode="h:biblio"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="db:info//db:date|db:info//db:pubdate"><xsl:call-template name="h:date"/></xsl:template>
  <xsl:template match="db:citerefentry" name="h:citerefentry"><code class="citerefentry"><xsl:apply-templates select="db:refentrytitle/node()"/><xsl:if test="db:manvolnum">(<xsl:value-of select="db:manvolnum"/>)</xsl:if></code></xsl:template>
  <xsl:template match="db:biblioref">
    <xsl:param name="quiet"/>
    <xsl:if test="not(parent::db:citation)">[</xsl:if>
    <xsl:call-template name="h:reference"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
    <xsl:if test="not(parent::db:citation)">]</xsl:if>
  </xsl:template>
  <xsl:template match="db:citation">
    <xsl:param name="quiet"/>
    <xsl:text>[</xsl:text>
    <xsl:choose>
      <xsl:when test="*"><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="entry" select="f:cited(.)[not($quiet = 1)]"/>
        <xsl:choose>
          <xsl:when test="$entry"><a><xsl:attribute name="href"><xsl:for-each select="$entry"><xsl:call-template name="h:href"/></xsl:for-each></xsl:attribute><xsl:apply-templates/></a></xsl:when>
          <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- ==== glossary terms ==== -->
  <!-- The entry that a term means, unless the term stands in that entry. -->
  <xsl:template match="db:glossterm|db:firstterm">
    <xsl:param name="quiet"/>
    <xsl:variable name="id"><xsl:if test="not($quiet = 1) and not(parent::db:glossentry)"><xsl:call-template name="h:gloss-id"/></xsl:if></xsl:variable>
    <xsl:variable name="entry" select="(key('h:id', $id)|key('h:gloss', translate(normalize-space((@baseform|self::*[not(@baseform)])[1]), $h:upper, $h:lower))[$id != ''])[1]"/>
    <xsl:choose>
      <xsl:when test="$entry and count(ancestor::db:glossentry|$entry) != count(ancestor::db:glossentry)">
        <a><xsl:call-template name="h:common"><xsl:with-param name="class" select="concat('glossterm', substring(' firstterm', 1, 10 * boolean(self::db:firstterm)))"/></xsl:call-template><xsl:attribute name="href"><xsl:for-each select="$entry"><xsl:call-template name="h:href"/></xsl:for-each></xsl:attribute><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:when test="self::db:firstterm"><xsl:call-template name="h:wrap"><xsl:with-param name="name" select="'i'"/><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="h:wrap"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== links and references ==== -->
  <xsl:template match="db:link">
    <xsl:param name="quiet"/>
    <xsl:choose>
      <xsl:when test="$quiet = 1"><xsl:apply-templates><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:when>
      <xsl:when test="node()"><a><xsl:call-template name="h:common"/><xsl:call-template name="h:link-target"/><xsl:apply-templates/></a></xsl:when>
      <xsl:when test="@endterm"><a><xsl:call-template name="h:link-target"/><xsl:apply-templates select="key('h:id', @endterm)/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></a></xsl:when>
      <xsl:when test="@linkend"><xsl:call-template name="h:reference"/></xsl:when>
      <xsl:when test="@xlink:href and key('h:id', substring-after(@xlink:href, '#'))[starts-with(current()/@xlink:href, '#')]"><xsl:call-template name="h:reference"/></xsl:when>
      <xsl:when test="@xlink:href"><a><xsl:call-template name="h:link-target"/><xsl:value-of select="@xlink:title"/><xsl:if test="not(@xlink:title)"><xsl:value-of select="@xlink:href"/></xsl:if></a></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:olink">
    <xsl:param name="quiet"/>
    <xsl:variable name="here" select="not(@targetdoc) or @targetdoc = $h:olink-name or $olink.targets = ''"/>
    <xsl:variable name="address"><xsl:call-template name="h:olink-address"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$here and not(node()) and key('h:id', @targetptr)"><xsl:call-template name="h:reference"><xsl:with-param name="quiet" select="$quiet"/><xsl:with-param name="id" select="string(@targetptr)"/></xsl:call-template></xsl:when>
      <!-- a file beside this edition's may not be beside it where it is read -->
      <xsl:when test="contains($address, '://') and not($quiet = 1)"><a class="olink" href="{$address}"><xsl:apply-templates/><xsl:if test="not(node())"><xsl:call-template name="h:olink-text"/></xsl:if></a></xsl:when>
      <xsl:when test="node()"><span class="olink"><xsl:apply-templates><xsl:with-param name="quiet" select="$quiet"/></xsl:apply-templates></span></xsl:when>
      <xsl:when test="$address != ''"><span class="olink"><xsl:call-template name="h:olink-text"/></span></xsl:when>
      <xsl:otherwise><span class="olink"><xsl:value-of select="concat(@targetdoc, ' ', @targetptr)"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:xref[@xlink:href][not(starts-with(@xlink:href, '#'))]" priority="1">
    <xsl:param name="quiet"/>
    <xsl:choose>
      <xsl:when test="$quiet = 1"><xsl:value-of select="@xlink:href"/></xsl:when>
      <xsl:otherwise><a class="xref"><xsl:call-template name="h:link-target"/><xsl:value-of select="@xlink:href"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="db:xref">
    <xsl:param name="quiet"/>
    <xsl:call-template name="h:reference"><xsl:with-param name="quiet" select="$quiet"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="h:reference">
    <xsl:param name="quiet"/>
    <xsl:param name="id">
      <xsl:choose>
        <xsl:when test="@linkend"><xsl:value-of select="@linkend"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="substring-after(@xlink:href, '#')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:param>
    <xsl:variable name="target" select="key('h:id', $id)[1]"/>
    <xsl:variable name="style" select="@xrefstyle"/>
    <xsl:variable name="lang"><xsl:call-template name="h:lang"/></xsl:variable>
    <xsl:variable name="text">
      <xsl:choose>
        <xsl:when test="@endterm and not(key('h:id', @endterm)//db:xref)"><xsl:apply-templates select="key('h:id', @endterm)/node()"><xsl:with-param name="quiet" select="1"/></xsl:apply-templates></xsl:when>
        <xsl:when test="$target and (self::db:biblioref)"><xsl:for-each select="$target"><xsl:apply-templates select="." mode="h:label"/></xsl:for-each><xsl:if test="@begin"><xsl:value-of select="concat(', ', @begin)"/><xsl:if test="@end"><xsl:value-of select="concat('–', @end)"/></xsl:if></xsl:if></xsl:when>
        <xsl:when test="$target">
          <xsl:for-each select="$target"><xsl:call-template name="h:xref-text"><xsl:with-param name="style" select="$style"/><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:for-each>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('[?', $id, ']')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$quiet = 1 or not($target)"><xsl:copy-of select="$text"/></xsl:when>
      <xsl:otherwise><a class="xref"><xsl:attribute name="href"><xsl:for-each select="$target"><xsl:call-template name="h:href"/></xsl:for-each></xsl:attribute>
        <xsl:call-template name="h:way-of"><xsl:with-param name="target" select="$target"/></xsl:call-template><xsl:copy-of select="$text"/><xsl:if test="normalize-space($text) = ''"><xsl:apply-templates select="$target" mode="h:plain-title"/></xsl:if></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="@xml:id" mode="h:anchor"><span id="{.}"></span></xsl:template>
  <xsl:template match="db:anchor"><xsl:param name="quiet"/><xsl:if test="not($quiet = 1)"><span id="{@xml:id}"></span></xsl:if></xsl:template>

  <!-- ==== footnotes ==== -->
  <!-- The mark leads to the note at the page's end; where popovers exist it opens there. -->
  <xsl:template match="db:footnote">
    <xsl:param name="quiet"/>
    <xsl:if test="not($quiet = 1)">
      <xsl:variable name="id"><xsl:call-template name="h:id"/></xsl:variable>
      <sup class="note"><a role="doc-noteref" id="{$id}-mark" href="#{$id}"><xsl:call-template name="h:note-label"/></a></sup>
    </xsl:if>
  </xsl:template>
  <xsl:template match="db:footnoteref">
    <xsl:param name="quiet"/>
    <xsl:if test="not($quiet = 1)">
      <sup class="note"><a role="doc-noteref"><xsl:attribute name="href"><xsl:for-each select="key('h:id', @linkend)[1]"><xsl:call-template name="h:href"/></xsl:for-each></xsl:attribute><xsl:call-template name="h:note-label"/></a></sup>
    </xsl:if>
  </xsl:template>
  <xsl:template name="h:note-label">
    <xsl:variable name="label"><xsl:apply-templates select="." mode="h:label"/></xsl:variable>
    <xsl:value-of select="$label"/>
    <xsl:if test="$label = ''">*</xsl:if>
  </xsl:template>
  <xsl:template name="h:footnote-body">
    <xsl:variable name="id"><xsl:call-template name="h:id"/></xsl:variable>
    <li id="{$id}" class="note">
      <a class="back" role="doc-backlink" href="#{$id}-mark"><xsl:call-template name="h:note-label"/></a><xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </li>
  </xsl:template>
  <!-- The notes of the page: those below it that no page of its own takes. -->
  <xsl:template name="h:footnotes">
    <xsl:variable name="notes">
      <xsl:for-each select="*">
        <xsl:variable name="file"><xsl:call-template name="h:file"/></xsl:variable>
        <xsl:if test="$file = ''">
          <xsl:for-each select="descendant::db:footnote[not(ancestor::db:table or ancestor::db:informaltable)]"><xsl:call-template name="h:footnote-body"/></xsl:for-each>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="string($notes) != ''">
      <section class="footnotes" role="doc-endnotes">
        <xsl:attribute name="aria-label"><xsl:call-template name="h:ui"><xsl:with-param name="k" select="'notes'"/></xsl:call-template></xsl:attribute>
        <ul><xsl:copy-of select="$notes"/></ul>
      </section>
    </xsl:if>
  </xsl:template>
  <!-- Where an annotation is about something, and at its own beginning: see src/doc/annotate.c. -->
  <xsl:template match="processing-instruction('annotated')" priority="1">
    <xsl:param name="quiet"/>
    <xsl:if test="not($quiet = 1)">
      <xsl:variable name="mark" select="substring-after(., ' ')"/>
      <xsl:if test="preceding-sibling::node()[1][self::processing-instruction('annotated')]"><sup>&#xA0;</sup></xsl:if>
      <xsl:for-each select="key('h:id', substring-before(., ' '))[1]">
        <sup class="note"><a role="doc-noteref"><xsl:attribute name="href"><xsl:call-template name="h:href"/></xsl:attribute><xsl:value-of select="$mark"/></a></sup>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
  <xsl:template match="processing-instruction('annotation')" priority="1"><sup class="note"><xsl:value-of select="."/></sup><xsl:text> </xsl:text></xsl:template>

  <!-- ==== index marks ==== -->
  <xsl:template match="db:indexterm">
    <xsl:param name="quiet"/>
    <xsl:if test="not($quiet = 1)"><span class="mark"><xsl:attribute name="id"><xsl:call-template name="h:id"/></xsl:attribute></span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
