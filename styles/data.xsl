<?xml version="1.0" encoding="UTF-8"?>
<!--
  data.xsl - put the book's data in place of its processing instructions

  A pass from DocBook to DocBook, before the checks: <?handbook members-table id="x" title="y"?>
  becomes a table with that id, made of data/members.xml beside the book, and so forth.  What
  comes out is ordinary markup: it is checked, numbered and linked as if it had been typed.
  The data are held against data/rules.xml.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://docbook.org/ns/docbook" xmlns:d="urn:handbook:data"
  xmlns:db="http://docbook.org/ns/docbook" xmlns:str="http://exslt.org/strings" xmlns:set="http://exslt.org/sets" xmlns:hb="urn:handbook:xslt"
  xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="d db hb exsl str set">

<xsl:variable name="book" select="/"/>
<xsl:variable name="lang" select="string(/*/@xml:lang)"/>
<xsl:variable name="members" select="document('data/members.xml', $book)/d:members/d:member"/>
<xsl:variable name="meetings" select="document('data/meetings.xml', $book)/d:meetings/d:meeting"/>
<xsl:variable name="activities" select="document('data/activities.xml', $book)/d:activities/d:activity"/>
<xsl:variable name="rules" select="document('data/rules.xml', $book)/d:rules/*"/>

<xsl:template match="/">
  <xsl:apply-templates select="$rules"/>
  <xsl:apply-templates select="node()" mode="copy"/>
</xsl:template>

<xsl:template match="@* | node()" mode="copy">
  <xsl:copy>
    <xsl:apply-templates select="@* | node()" mode="copy"/>
  </xsl:copy>
</xsl:template>

<!-- ==== rules ==== -->
<xsl:template match="d:count">
  <xsl:variable name="file" select="document(concat('data/', @file), $book)"/>
  <xsl:variable name="n" select="count($file//*[local-name() = current()/@of])"/>
  <xsl:if test="$n != @is">
    <xsl:value-of select="hb:report('error', $file/*, concat('there must be ', @is, ' records &lt;',
      @of, '&gt; and there are ', $n))"/>
  </xsl:if>
</xsl:template>

<xsl:template match="d:each">
  <xsl:variable name="needs" select="concat(@needs, ' ')"/>
  <xsl:for-each select="document(concat('data/', @file), $book)//*[local-name() = current()/@of]">
    <xsl:call-template name="need">
      <xsl:with-param name="names" select="$needs"/>
    </xsl:call-template>
  </xsl:for-each>
</xsl:template>

<xsl:template name="need">
  <xsl:param name="names"/>
  <xsl:variable name="name" select="substring-before($names, ' ')"/>
  <xsl:variable name="value">
    <xsl:choose>
      <xsl:when test="starts-with($name, '@')"><xsl:value-of select="@*[name() = substring($name, 2)]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="*[local-name() = $name]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:if test="$name != ''">
    <xsl:if test="normalize-space($value) = ''">
      <xsl:value-of select="hb:report('error', ., concat('this ', local-name(), ' record (',
        ancestor-or-self::*/@xml:id, ') has no ', $name))"/>
    </xsl:if>
    <xsl:call-template name="need">
      <xsl:with-param name="names" select="substring-after($names, ' ')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="d:dates">
  <xsl:variable name="names" select="concat(' ', @attributes, ' ')"/>
  <xsl:for-each select="($members | $meetings)/descendant-or-self::*/@*[contains($names, concat(' ', name(), ' '))]">
    <xsl:if test="hb:is-date(.) = ''">
      <xsl:value-of select="hb:report('error', .., concat('&quot;', ., '&quot; is no date: write YYYY-MM-DD, YYYY-MM or YYYY'))"/>
    </xsl:if>
  </xsl:for-each>
</xsl:template>

<!-- ==== bits ==== -->
<xsl:template name="pseudo">
  <xsl:param name="name"/>
  <xsl:value-of select="substring-before(substring-after(., concat($name, '=&quot;')), '&quot;')"/>
</xsl:template>

<xsl:template name="date">
  <xsl:choose>
    <xsl:when test="@until"><xsl:value-of select="hb:date-range(@date, @until, 'long', $lang)"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="hb:date(@date, 'long', $lang)"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- An element that states a fact, with its source. -->
<xsl:template match="*" mode="fact">
  <xsl:value-of select="normalize-space(.)"/>
  <xsl:apply-templates select="@source" mode="fact"/>
</xsl:template>

<xsl:template match="@source" mode="fact">
  <xsl:text> </xsl:text><biblioref linkend="{.}"/>
</xsl:template>

<!-- The country's names in its own languages, one phrase each, from CLDR. -->
<xsl:template name="own-names">
  <xsl:param name="languages" select="concat(@languages, ' ')"/>
  <xsl:param name="separator" select="''"/>
  <xsl:variable name="code" select="substring-before($languages, ' ')"/>
  <xsl:if test="$code != ''">
    <xsl:value-of select="$separator"/>
    <phrase xml:lang="{$code}"><xsl:value-of select="hb:country(@code, $code)"/></phrase>
    <xsl:call-template name="own-names">
      <xsl:with-param name="languages" select="substring-after($languages, ' ')"/>
      <xsl:with-param name="separator" select="', '"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- The languages: their English names and what they call themselves. -->
<xsl:template name="languages">
  <xsl:param name="languages" select="concat(@languages, ' ')"/>
  <xsl:variable name="code" select="substring-before($languages, ' ')"/>
  <xsl:if test="$code != ''">
    <member>
      <xsl:value-of select="hb:language($code, $lang)"/>
      <xsl:if test="hb:language($code, $lang) != hb:language($code, $code)">
        <xsl:text> (</xsl:text>
        <phrase xml:lang="{$code}"><xsl:value-of select="hb:language($code, $code)"/></phrase>
        <xsl:text>)</xsl:text>
      </xsl:if>
    </member>
    <xsl:call-template name="languages">
      <xsl:with-param name="languages" select="substring-after($languages, ' ')"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="table">
  <xsl:param name="widths"/>
  <xsl:param name="heads"/>
  <xsl:param name="rows"/>
  <xsl:variable name="id"><xsl:call-template name="pseudo"><xsl:with-param name="name" select="'id'"/></xsl:call-template></xsl:variable>
  <table pgwide="1">
    <xsl:if test="$id != ''"><xsl:attribute name="xml:id"><xsl:value-of select="$id"/></xsl:attribute></xsl:if>
    <title><xsl:call-template name="pseudo"><xsl:with-param name="name" select="'title'"/></xsl:call-template></title>
    <tgroup cols="{string-length($widths) - string-length(translate($widths, '*', ''))}">
      <xsl:call-template name="split"><xsl:with-param name="list" select="concat($widths, ' ')"/><xsl:with-param name="as" select="'colspec'"/></xsl:call-template>
      <thead><row><xsl:call-template name="split"><xsl:with-param name="list" select="concat($heads, '|')"/><xsl:with-param name="as" select="'entry'"/><xsl:with-param name="at" select="'|'"/></xsl:call-template></row></thead>
      <tbody><xsl:copy-of select="$rows"/></tbody>
    </tgroup>
  </table>
</xsl:template>

<xsl:template name="split">
  <xsl:param name="list"/>
  <xsl:param name="as"/>
  <xsl:param name="at" select="' '"/>
  <xsl:variable name="item" select="substring-before($list, $at)"/>
  <xsl:if test="$item != ''">
    <xsl:choose>
      <xsl:when test="$as = 'colspec'"><colspec colwidth="{$item}"/></xsl:when>
      <xsl:otherwise><entry><xsl:value-of select="$item"/></entry></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="split">
      <xsl:with-param name="list" select="substring-after($list, $at)"/>
      <xsl:with-param name="as" select="$as"/>
      <xsl:with-param name="at" select="$at"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template name="or-dash">
  <xsl:param name="facts"/>
  <xsl:choose>
    <xsl:when test="$facts"><xsl:apply-templates select="$facts" mode="fact"/></xsl:when>
    <xsl:otherwise>–</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- ==== what the instructions ask for ==== -->
<xsl:template match="processing-instruction('handbook')" mode="copy">
  <xsl:value-of select="hb:report('error', .., concat('&lt;?handbook ', ., '?&gt; is not known'))"/>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'members-table')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'3* 3* 4* 2*'"/>
    <xsl:with-param name="heads" select="'Member|In its own languages|Presiding body|Response team'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="$members">
        <row>
          <entry><link linkend="{@xml:id}"><xsl:value-of select="hb:country(@code, $lang)"/></link></entry>
          <entry><xsl:call-template name="own-names"/></entry>
          <entry><xsl:apply-templates select="d:presiding" mode="fact"/></entry>
          <entry><xsl:call-template name="or-dash"><xsl:with-param name="facts" select="d:cert"/></xsl:call-template></entry>
        </row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'members-directory')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'3* 7*'"/>
    <xsl:with-param name="heads" select="'Member|Presiding body'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="$members">
        <xsl:sort select="hb:sort-key(hb:country(@code, $lang), $lang)"/>
        <row>
          <entry><link linkend="{@xml:id}"><xsl:value-of select="hb:country(@code, $lang)"/></link></entry>
          <entry><xsl:apply-templates select="d:presiding" mode="fact"/></entry>
        </row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'meetings-table')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'5* 9* 8* 20*'"/>
    <xsl:with-param name="heads" select="'Meeting|Date|Place|Chairs and outcome'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="$meetings">
        <row xml:id="{@xml:id}">
          <entry>
            <xsl:choose>
              <xsl:when test="@number != ''"><xsl:value-of select="@number"/></xsl:when>
              <xsl:otherwise>–</xsl:otherwise>
            </xsl:choose>
          </entry>
          <entry>
            <xsl:call-template name="date"/>
            <xsl:if test="not(@date)">–</xsl:if>
            <xsl:if test="@held = 'no'"> (announced)</xsl:if>
          </entry>
          <entry><xsl:call-template name="or-dash"><xsl:with-param name="facts" select="d:place"/></xsl:call-template></entry>
          <entry>
            <xsl:for-each select="d:title"><emphasis><xsl:value-of select="normalize-space(.)"/></emphasis><xsl:text>. </xsl:text></xsl:for-each>
            <xsl:for-each select="d:chairs"><xsl:apply-templates select="." mode="fact"/><xsl:text>. </xsl:text></xsl:for-each>
            <xsl:call-template name="or-dash"><xsl:with-param name="facts" select="d:outcome"/></xsl:call-template>
          </entry>
        </row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'activities-table')]" mode="copy">
  <xsl:call-template name="table">
    <xsl:with-param name="widths" select="'1* 6* 5*'"/>
    <xsl:with-param name="heads" select="'No.|Activity|Described in'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="$activities">
        <row>
          <entry><xsl:value-of select="@number"/></entry>
          <entry><xsl:value-of select="normalize-space(.)"/><xsl:apply-templates select="../@source" mode="fact"/></entry>
          <entry><xref linkend="{@chapter}"/></entry>
        </row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="processing-instruction('handbook')[starts-with(., 'member-pages')]" mode="copy">
  <xsl:apply-templates select="$members" mode="page"/>
</xsl:template>

<!-- The languages of all members, each once, in the order of the members. -->
<xsl:variable name="all-languages">
  <xsl:for-each select="$members"><xsl:value-of select="concat(@languages, ' ')"/></xsl:for-each>
</xsl:variable>
<xsl:variable name="languages" select="set:distinct(str:tokenize($all-languages, ' '))"/>

<!-- What the members' languages call one of them, from CLDR. -->
<xsl:template name="names-in-all-languages">
  <xsl:variable name="code" select="@code"/>
  <simplelist type="horiz" columns="2">
    <xsl:for-each select="$languages">
      <member>
        <xsl:value-of select="concat(hb:language(., $lang), ': ')"/>
        <phrase xml:lang="{.}"><xsl:value-of select="hb:country($code, .)"/></phrase>
      </member>
    </xsl:for-each>
  </simplelist>
</xsl:template>

<!-- A page for each, to be handed out alone. -->
<xsl:template match="d:member" mode="page">
  <xsl:if test="preceding-sibling::d:member"><xsl:processing-instruction name="hard-pagebreak"/></xsl:if>
  <section xml:id="{@xml:id}" role="member">
    <title><xsl:value-of select="hb:country(@code, $lang)"/></title>
    <variablelist role="facts">
      <varlistentry>
        <term>In its own languages</term>
        <listitem><para><xsl:call-template name="own-names"/></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Name in the statement</term>
        <listitem><para><xsl:apply-templates select="d:formal" mode="fact"/></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Languages shown</term>
        <listitem><para><simplelist type="inline"><xsl:call-template name="languages"/></simplelist></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Country code</term>
        <listitem><para><code><xsl:value-of select="@code"/></code></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Presiding body</term>
        <listitem><para><xsl:apply-templates select="d:presiding" mode="fact"/></para></listitem>
      </varlistentry>
      <varlistentry>
        <term>Response team</term>
        <listitem>
          <para>
            <xsl:choose>
              <xsl:when test="d:cert"><xsl:apply-templates select="d:cert" mode="fact"/></xsl:when>
              <xsl:otherwise>The sources of this edition do not name one.</xsl:otherwise>
            </xsl:choose>
          </para>
        </listitem>
      </varlistentry>
    </variablelist>
    <xsl:choose>
      <xsl:when test="d:record">
        <para>What the sources say of its part in the cooperation:</para>
        <variablelist role="record">
          <xsl:for-each select="d:record">
            <varlistentry>
              <term><xsl:call-template name="date"/></term>
              <listitem><para><xsl:apply-templates select="." mode="fact"/></para></listitem>
            </varlistentry>
          </xsl:for-each>
        </variablelist>
      </xsl:when>
      <xsl:otherwise>
        <para>Beyond its place among the members the sources of this edition say nothing of its
          part in single meetings.</para>
      </xsl:otherwise>
    </xsl:choose>
    <para>Its name in the languages of the members:</para>
    <xsl:call-template name="names-in-all-languages"/>
  </section>
</xsl:template>

</xsl:stylesheet>
